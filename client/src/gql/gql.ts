/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment BoardHome on Board {\n    id\n    name\n    kind\n    council {\n      id\n      name\n    }\n    parent {\n      id\n      name\n    }\n    subGroups {\n      id\n      name\n    }\n    coordinators\n    chairs\n    seats {\n      id\n      live\n      holderId\n    }\n    viewerTies {\n      ...RoleTags\n    }\n    viewerCan {\n      addSeat\n      readPeople\n      readLog\n      createSubGroup\n      rename\n    }\n  }\n": typeof types.BoardHomeFragmentDoc,
    "\n  query HomePage {\n    viewer {\n      id\n      ties {\n        role\n      }\n    }\n    boards(mine: true) {\n      id\n      name\n      kind\n      parentId\n      council {\n        id\n        name\n      }\n      viewerTies {\n        ...RoleTags\n      }\n    }\n    organisations(mine: true) {\n      id\n      name\n      kind\n      viewerTies {\n        ...RoleTags\n      }\n      viewerCan {\n        readAgency\n      }\n    }\n  }\n": typeof types.HomePageDocument,
    "\n  fragment RoleTags on ViewerTie {\n    role\n  }\n": typeof types.RoleTagsFragmentDoc,
    "\n  query WhyPage($record: RecordKind!, $id: ID!) {\n    whyCanISee(record: $record, id: $id) {\n      kind\n      text\n    }\n  }\n": typeof types.WhyPageDocument,
    "\n  query AccountPage {\n    viewer {\n      id\n      ...ChangeName\n      ...ChangePassword\n    }\n    sessions {\n      id\n      ...SessionRow\n    }\n  }\n": typeof types.AccountPageDocument,
    "\n  fragment ChangeName on Viewer {\n    id\n    name\n    email\n    version\n  }\n": typeof types.ChangeNameFragmentDoc,
    "\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on Viewer {\n        ...ChangeName\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": typeof types.ChangeNameDocument,
    "\n  fragment ChangePassword on Viewer {\n    name\n    email\n  }\n": typeof types.ChangePasswordFragmentDoc,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  query InvitationPage($token: String!) {\n    viewer {\n      id\n      email\n    }\n    invitation(token: $token) {\n      state\n      ...AcceptInvitationForm\n    }\n  }\n": typeof types.InvitationPageDocument,
    "\n  fragment AcceptInvitationForm on OpenedInvitation {\n    role\n    scopeName\n    organisationName\n    invitedByName\n    email\n    expiresAt\n    needsAccount\n    isForViewer\n  }\n": typeof types.AcceptInvitationFormFragmentDoc,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  query OutboxPage($after: String) {\n    outbox(after: $after) {\n      sends\n      next\n      mails {\n        id\n        ...OutboxMailRow\n      }\n    }\n  }\n": typeof types.OutboxPageDocument,
    "\n  fragment OutboxMailRow on OutboxMail {\n    recipient\n    subject\n    body\n    writtenAt\n    sentAt\n    attempts\n    lastError\n  }\n": typeof types.OutboxMailRowFragmentDoc,
    "\n  query PeoplePage($search: String!, $after: String) {\n    people(search: $search, after: $after) {\n      next\n      people {\n        id\n        ...PersonAccountRow\n      }\n    }\n  }\n": typeof types.PeoplePageDocument,
    "\n  fragment PersonAccountRow on PersonAccount {\n    id\n    name\n    email\n    disabledAt\n    roles\n  }\n": typeof types.PersonAccountRowFragmentDoc,
    "\n  mutation DisablePerson($input: PersonAccountInput!) {\n    disablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.DisablePersonDocument,
    "\n  mutation EnablePerson($input: PersonAccountInput!) {\n    enablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.EnablePersonDocument,
    "\n  query ResetPasswordPage($token: String!) {\n    passwordResetLink(token: $token) {\n      usable\n    }\n  }\n": typeof types.ResetPasswordPageDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  query SessionCheck {\n    viewer {\n      id\n      session {\n        secondsLeft\n        secondsLeftAtMost\n      }\n    }\n  }\n": typeof types.SessionCheckDocument,
    "\n  fragment SessionRow on Session {\n    id\n    device\n    startedAt\n    lastUsedAt\n    endedAt\n    current\n  }\n": typeof types.SessionRowFragmentDoc,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...SessionRow\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      ...SessionRow\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  query SignInPage {\n    signInOptions {\n      demonstration\n      ...DemonstrationPeople\n    }\n  }\n": typeof types.SignInPageDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  fragment DemonstrationPeople on SignInOptions {\n    people {\n      personId\n      name\n      roles {\n        role\n        text\n      }\n    }\n  }\n": typeof types.DemonstrationPeopleFragmentDoc,
    "\n  mutation SignInAsDemonstrationPerson($input: SignInAsDemonstrationPersonInput!) {\n    signInAsDemonstrationPerson(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.SignInAsDemonstrationPersonDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  fragment ActionCard on PlanAction {\n    id\n    reference\n    title\n    outcome\n    expectedEvidence {\n      id\n      text\n      deadline\n    }\n    responsible {\n      id\n      postTitle\n      organisationName\n      personName\n    }\n    latestUpdate {\n      id\n      period\n      status\n      percentComplete\n    }\n  }\n": typeof types.ActionCardFragmentDoc,
    "\n  query AdoptPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      state\n      version\n      counts {\n        areas\n        actions\n      }\n      viewerCan {\n        adopt\n      }\n    }\n  }\n": typeof types.AdoptPlanPageDocument,
    "\n  mutation AdoptPlan($input: AdoptPlanInput!) {\n    adoptPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        state\n        adoptedAt\n        version\n        viewerCan {\n          adopt\n          edit\n          share\n        }\n      }\n      ... on Conflict {\n        message\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.AdoptPlanDocument,
    "\n  fragment AreaComments on PlanArea {\n    id\n    viewerCan {\n      comment\n    }\n    comments {\n      id\n      authorName\n      authorFor\n      body\n      writtenAt\n    }\n  }\n": typeof types.AreaCommentsFragmentDoc,
    "\n  mutation CommentOnArea($input: CommentOnAreaInput!) {\n    commentOnArea(input: $input) {\n      __typename\n      ... on AreaComment {\n        id\n        area {\n          id\n          ...AreaComments\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": typeof types.CommentOnAreaDocument,
    "\n  query AreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      plan {\n        id\n        title\n        state\n        wholeVisible\n      }\n      viewerCan {\n        comment\n        share\n        edit\n      }\n      sharedWithViewer {\n        id\n        boardName\n        receiverName\n        level\n        reason\n        endsOn\n      }\n      actions {\n        id\n        reference\n        progress\n        comments\n        updates {\n          id\n          period\n          status\n          percentComplete\n          narrative\n          issues\n          writtenAt\n        }\n        ...ActionCard\n      }\n      ...AreaComments\n      ...AreaShares\n    }\n  }\n": typeof types.AreaPageDocument,
    "\n  fragment AreaShares on PlanArea {\n    id\n    shares {\n      id\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n      sharedAt\n      revokedAt\n      live\n      version\n      viewerCan {\n        revoke\n      }\n    }\n  }\n": typeof types.AreaSharesFragmentDoc,
    "\n  mutation RevokeShare($input: RevokeShareInput!) {\n    revokeShare(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        live\n        revokedAt\n        version\n        viewerCan {\n          revoke\n        }\n      }\n      ... on NotReady {\n        message\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": typeof types.RevokeShareDocument,
    "\n  query EditActionPage($id: ID!) {\n    planAction(id: $id) {\n      id\n      reference\n      title\n      outcome\n      version\n      expectedEvidence {\n        id\n        text\n        deadline\n      }\n      responsible {\n        id\n        postTitle\n        organisationId\n        personId\n        organisationName\n        personName\n      }\n      area {\n        id\n        viewerCan {\n          edit\n        }\n        plan {\n          id\n          agencies {\n            id\n            name\n          }\n          people {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.EditActionPageDocument,
    "\n  mutation EditAction($input: EditActionInput!) {\n    editAction(input: $input) {\n      __typename\n      ... on PlanAction {\n        id\n        reference\n        title\n        outcome\n        version\n        ...ActionCard\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": typeof types.EditActionDocument,
    "\n  query EditAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n": typeof types.EditAreaPageDocument,
    "\n  mutation EditArea($input: EditAreaInput!) {\n    editArea(input: $input) {\n      __typename\n      ... on PlanArea {\n        id\n        reference\n        theme\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": typeof types.EditAreaDocument,
    "\n  query EditPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n": typeof types.EditPlanPageDocument,
    "\n  mutation EditPlan($input: EditPlanInput!) {\n    editPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": typeof types.EditPlanDocument,
    "\n  query ImportPage($boardId: ID!) {\n    board(id: $boardId) {\n      id\n      name\n      viewerCanImport\n    }\n  }\n": typeof types.ImportPageDocument,
    "\n  mutation ImportPlan($input: ImportPlanInput!) {\n    importPlan(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": typeof types.ImportPlanDocument,
    "\n  query ImportPreview($id: ID!) {\n    planImport(id: $id) {\n      id\n      boardId\n      fileName\n      state\n      version\n      draft\n      startedAt\n      agencies {\n        id\n        name\n      }\n      earlier {\n        importId\n        fileName\n        startedAt\n        state\n        planId\n        planTitle\n      }\n      plan {\n        id\n        title\n      }\n    }\n  }\n": typeof types.ImportPreviewDocument,
    "\n  mutation SavePlan($input: ImportInput!) {\n    savePlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        state\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.SavePlanDocument,
    "\n  mutation DiscardImport($input: ImportInput!) {\n    discardImport(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        state\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.DiscardImportDocument,
    "\n  query PlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      boardId\n      title\n      state\n      adoptedAt\n      wholeVisible\n      viewerCan {\n        adopt\n        edit\n      }\n      areas {\n        id\n        reference\n        theme\n        title\n        actions {\n          id\n          ...ActionCard\n        }\n      }\n    }\n  }\n": typeof types.PlanPageDocument,
    "\n  fragment PlansOfBoard on Board {\n    id\n    viewerCanImport\n    plans {\n      id\n      title\n      state\n      createdAt\n      adoptedAt\n      wholeVisible\n      counts {\n        areas\n        actions\n        complete\n        onTarget\n        atRisk\n        offTarget\n        notStarted\n        unreported\n      }\n    }\n    imports {\n      id\n      fileName\n      startedAt\n      changedAt\n    }\n  }\n": typeof types.PlansOfBoardFragmentDoc,
    "\n  query ShareAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      title\n      viewerCan {\n        share\n      }\n      shareReceivers {\n        boards {\n          id\n          name\n        }\n        agencies {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.ShareAreaPageDocument,
    "\n  mutation ShareArea($input: ShareAreaInput!) {\n    shareArea(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        area {\n          id\n          ...AreaShares\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.ShareAreaDocument,
    "\n  query SharedAreas {\n    sharedAreas {\n      id\n      areaId\n      areaReference\n      areaTitle\n      planTitle\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n    }\n  }\n": typeof types.SharedAreasDocument,
    "\n  mutation SaveImportDraft($input: SaveImportDraftInput!) {\n    saveImportDraft(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        version\n        changedAt\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on Conflict {\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": typeof types.SaveImportDraftDocument,
    "\n  query ImportAgain($id: ID!) {\n    planImport(id: $id) {\n      id\n      version\n      draft\n    }\n  }\n": typeof types.ImportAgainDocument,
    "\n  query Layout {\n    viewer {\n      id\n      name\n      demonstration\n      ties {\n        role\n      }\n    }\n  }\n": typeof types.LayoutDocument,
};
const documents: Documents = {
    "\n  fragment BoardHome on Board {\n    id\n    name\n    kind\n    council {\n      id\n      name\n    }\n    parent {\n      id\n      name\n    }\n    subGroups {\n      id\n      name\n    }\n    coordinators\n    chairs\n    seats {\n      id\n      live\n      holderId\n    }\n    viewerTies {\n      ...RoleTags\n    }\n    viewerCan {\n      addSeat\n      readPeople\n      readLog\n      createSubGroup\n      rename\n    }\n  }\n": types.BoardHomeFragmentDoc,
    "\n  query HomePage {\n    viewer {\n      id\n      ties {\n        role\n      }\n    }\n    boards(mine: true) {\n      id\n      name\n      kind\n      parentId\n      council {\n        id\n        name\n      }\n      viewerTies {\n        ...RoleTags\n      }\n    }\n    organisations(mine: true) {\n      id\n      name\n      kind\n      viewerTies {\n        ...RoleTags\n      }\n      viewerCan {\n        readAgency\n      }\n    }\n  }\n": types.HomePageDocument,
    "\n  fragment RoleTags on ViewerTie {\n    role\n  }\n": types.RoleTagsFragmentDoc,
    "\n  query WhyPage($record: RecordKind!, $id: ID!) {\n    whyCanISee(record: $record, id: $id) {\n      kind\n      text\n    }\n  }\n": types.WhyPageDocument,
    "\n  query AccountPage {\n    viewer {\n      id\n      ...ChangeName\n      ...ChangePassword\n    }\n    sessions {\n      id\n      ...SessionRow\n    }\n  }\n": types.AccountPageDocument,
    "\n  fragment ChangeName on Viewer {\n    id\n    name\n    email\n    version\n  }\n": types.ChangeNameFragmentDoc,
    "\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on Viewer {\n        ...ChangeName\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": types.ChangeNameDocument,
    "\n  fragment ChangePassword on Viewer {\n    name\n    email\n  }\n": types.ChangePasswordFragmentDoc,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": types.RequestPasswordResetDocument,
    "\n  query InvitationPage($token: String!) {\n    viewer {\n      id\n      email\n    }\n    invitation(token: $token) {\n      state\n      ...AcceptInvitationForm\n    }\n  }\n": types.InvitationPageDocument,
    "\n  fragment AcceptInvitationForm on OpenedInvitation {\n    role\n    scopeName\n    organisationName\n    invitedByName\n    email\n    expiresAt\n    needsAccount\n    isForViewer\n  }\n": types.AcceptInvitationFormFragmentDoc,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  query OutboxPage($after: String) {\n    outbox(after: $after) {\n      sends\n      next\n      mails {\n        id\n        ...OutboxMailRow\n      }\n    }\n  }\n": types.OutboxPageDocument,
    "\n  fragment OutboxMailRow on OutboxMail {\n    recipient\n    subject\n    body\n    writtenAt\n    sentAt\n    attempts\n    lastError\n  }\n": types.OutboxMailRowFragmentDoc,
    "\n  query PeoplePage($search: String!, $after: String) {\n    people(search: $search, after: $after) {\n      next\n      people {\n        id\n        ...PersonAccountRow\n      }\n    }\n  }\n": types.PeoplePageDocument,
    "\n  fragment PersonAccountRow on PersonAccount {\n    id\n    name\n    email\n    disabledAt\n    roles\n  }\n": types.PersonAccountRowFragmentDoc,
    "\n  mutation DisablePerson($input: PersonAccountInput!) {\n    disablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.DisablePersonDocument,
    "\n  mutation EnablePerson($input: PersonAccountInput!) {\n    enablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.EnablePersonDocument,
    "\n  query ResetPasswordPage($token: String!) {\n    passwordResetLink(token: $token) {\n      usable\n    }\n  }\n": types.ResetPasswordPageDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  query SessionCheck {\n    viewer {\n      id\n      session {\n        secondsLeft\n        secondsLeftAtMost\n      }\n    }\n  }\n": types.SessionCheckDocument,
    "\n  fragment SessionRow on Session {\n    id\n    device\n    startedAt\n    lastUsedAt\n    endedAt\n    current\n  }\n": types.SessionRowFragmentDoc,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...SessionRow\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      ...SessionRow\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  query SignInPage {\n    signInOptions {\n      demonstration\n      ...DemonstrationPeople\n    }\n  }\n": types.SignInPageDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  fragment DemonstrationPeople on SignInOptions {\n    people {\n      personId\n      name\n      roles {\n        role\n        text\n      }\n    }\n  }\n": types.DemonstrationPeopleFragmentDoc,
    "\n  mutation SignInAsDemonstrationPerson($input: SignInAsDemonstrationPersonInput!) {\n    signInAsDemonstrationPerson(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.SignInAsDemonstrationPersonDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  fragment ActionCard on PlanAction {\n    id\n    reference\n    title\n    outcome\n    expectedEvidence {\n      id\n      text\n      deadline\n    }\n    responsible {\n      id\n      postTitle\n      organisationName\n      personName\n    }\n    latestUpdate {\n      id\n      period\n      status\n      percentComplete\n    }\n  }\n": types.ActionCardFragmentDoc,
    "\n  query AdoptPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      state\n      version\n      counts {\n        areas\n        actions\n      }\n      viewerCan {\n        adopt\n      }\n    }\n  }\n": types.AdoptPlanPageDocument,
    "\n  mutation AdoptPlan($input: AdoptPlanInput!) {\n    adoptPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        state\n        adoptedAt\n        version\n        viewerCan {\n          adopt\n          edit\n          share\n        }\n      }\n      ... on Conflict {\n        message\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.AdoptPlanDocument,
    "\n  fragment AreaComments on PlanArea {\n    id\n    viewerCan {\n      comment\n    }\n    comments {\n      id\n      authorName\n      authorFor\n      body\n      writtenAt\n    }\n  }\n": types.AreaCommentsFragmentDoc,
    "\n  mutation CommentOnArea($input: CommentOnAreaInput!) {\n    commentOnArea(input: $input) {\n      __typename\n      ... on AreaComment {\n        id\n        area {\n          id\n          ...AreaComments\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": types.CommentOnAreaDocument,
    "\n  query AreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      plan {\n        id\n        title\n        state\n        wholeVisible\n      }\n      viewerCan {\n        comment\n        share\n        edit\n      }\n      sharedWithViewer {\n        id\n        boardName\n        receiverName\n        level\n        reason\n        endsOn\n      }\n      actions {\n        id\n        reference\n        progress\n        comments\n        updates {\n          id\n          period\n          status\n          percentComplete\n          narrative\n          issues\n          writtenAt\n        }\n        ...ActionCard\n      }\n      ...AreaComments\n      ...AreaShares\n    }\n  }\n": types.AreaPageDocument,
    "\n  fragment AreaShares on PlanArea {\n    id\n    shares {\n      id\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n      sharedAt\n      revokedAt\n      live\n      version\n      viewerCan {\n        revoke\n      }\n    }\n  }\n": types.AreaSharesFragmentDoc,
    "\n  mutation RevokeShare($input: RevokeShareInput!) {\n    revokeShare(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        live\n        revokedAt\n        version\n        viewerCan {\n          revoke\n        }\n      }\n      ... on NotReady {\n        message\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n": types.RevokeShareDocument,
    "\n  query EditActionPage($id: ID!) {\n    planAction(id: $id) {\n      id\n      reference\n      title\n      outcome\n      version\n      expectedEvidence {\n        id\n        text\n        deadline\n      }\n      responsible {\n        id\n        postTitle\n        organisationId\n        personId\n        organisationName\n        personName\n      }\n      area {\n        id\n        viewerCan {\n          edit\n        }\n        plan {\n          id\n          agencies {\n            id\n            name\n          }\n          people {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.EditActionPageDocument,
    "\n  mutation EditAction($input: EditActionInput!) {\n    editAction(input: $input) {\n      __typename\n      ... on PlanAction {\n        id\n        reference\n        title\n        outcome\n        version\n        ...ActionCard\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": types.EditActionDocument,
    "\n  query EditAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n": types.EditAreaPageDocument,
    "\n  mutation EditArea($input: EditAreaInput!) {\n    editArea(input: $input) {\n      __typename\n      ... on PlanArea {\n        id\n        reference\n        theme\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": types.EditAreaDocument,
    "\n  query EditPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n": types.EditPlanPageDocument,
    "\n  mutation EditPlan($input: EditPlanInput!) {\n    editPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n": types.EditPlanDocument,
    "\n  query ImportPage($boardId: ID!) {\n    board(id: $boardId) {\n      id\n      name\n      viewerCanImport\n    }\n  }\n": types.ImportPageDocument,
    "\n  mutation ImportPlan($input: ImportPlanInput!) {\n    importPlan(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n": types.ImportPlanDocument,
    "\n  query ImportPreview($id: ID!) {\n    planImport(id: $id) {\n      id\n      boardId\n      fileName\n      state\n      version\n      draft\n      startedAt\n      agencies {\n        id\n        name\n      }\n      earlier {\n        importId\n        fileName\n        startedAt\n        state\n        planId\n        planTitle\n      }\n      plan {\n        id\n        title\n      }\n    }\n  }\n": types.ImportPreviewDocument,
    "\n  mutation SavePlan($input: ImportInput!) {\n    savePlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        state\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.SavePlanDocument,
    "\n  mutation DiscardImport($input: ImportInput!) {\n    discardImport(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        state\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.DiscardImportDocument,
    "\n  query PlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      boardId\n      title\n      state\n      adoptedAt\n      wholeVisible\n      viewerCan {\n        adopt\n        edit\n      }\n      areas {\n        id\n        reference\n        theme\n        title\n        actions {\n          id\n          ...ActionCard\n        }\n      }\n    }\n  }\n": types.PlanPageDocument,
    "\n  fragment PlansOfBoard on Board {\n    id\n    viewerCanImport\n    plans {\n      id\n      title\n      state\n      createdAt\n      adoptedAt\n      wholeVisible\n      counts {\n        areas\n        actions\n        complete\n        onTarget\n        atRisk\n        offTarget\n        notStarted\n        unreported\n      }\n    }\n    imports {\n      id\n      fileName\n      startedAt\n      changedAt\n    }\n  }\n": types.PlansOfBoardFragmentDoc,
    "\n  query ShareAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      title\n      viewerCan {\n        share\n      }\n      shareReceivers {\n        boards {\n          id\n          name\n        }\n        agencies {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.ShareAreaPageDocument,
    "\n  mutation ShareArea($input: ShareAreaInput!) {\n    shareArea(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        area {\n          id\n          ...AreaShares\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.ShareAreaDocument,
    "\n  query SharedAreas {\n    sharedAreas {\n      id\n      areaId\n      areaReference\n      areaTitle\n      planTitle\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n    }\n  }\n": types.SharedAreasDocument,
    "\n  mutation SaveImportDraft($input: SaveImportDraftInput!) {\n    saveImportDraft(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        version\n        changedAt\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on Conflict {\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n": types.SaveImportDraftDocument,
    "\n  query ImportAgain($id: ID!) {\n    planImport(id: $id) {\n      id\n      version\n      draft\n    }\n  }\n": types.ImportAgainDocument,
    "\n  query Layout {\n    viewer {\n      id\n      name\n      demonstration\n      ties {\n        role\n      }\n    }\n  }\n": types.LayoutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardHome on Board {\n    id\n    name\n    kind\n    council {\n      id\n      name\n    }\n    parent {\n      id\n      name\n    }\n    subGroups {\n      id\n      name\n    }\n    coordinators\n    chairs\n    seats {\n      id\n      live\n      holderId\n    }\n    viewerTies {\n      ...RoleTags\n    }\n    viewerCan {\n      addSeat\n      readPeople\n      readLog\n      createSubGroup\n      rename\n    }\n  }\n"): (typeof documents)["\n  fragment BoardHome on Board {\n    id\n    name\n    kind\n    council {\n      id\n      name\n    }\n    parent {\n      id\n      name\n    }\n    subGroups {\n      id\n      name\n    }\n    coordinators\n    chairs\n    seats {\n      id\n      live\n      holderId\n    }\n    viewerTies {\n      ...RoleTags\n    }\n    viewerCan {\n      addSeat\n      readPeople\n      readLog\n      createSubGroup\n      rename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomePage {\n    viewer {\n      id\n      ties {\n        role\n      }\n    }\n    boards(mine: true) {\n      id\n      name\n      kind\n      parentId\n      council {\n        id\n        name\n      }\n      viewerTies {\n        ...RoleTags\n      }\n    }\n    organisations(mine: true) {\n      id\n      name\n      kind\n      viewerTies {\n        ...RoleTags\n      }\n      viewerCan {\n        readAgency\n      }\n    }\n  }\n"): (typeof documents)["\n  query HomePage {\n    viewer {\n      id\n      ties {\n        role\n      }\n    }\n    boards(mine: true) {\n      id\n      name\n      kind\n      parentId\n      council {\n        id\n        name\n      }\n      viewerTies {\n        ...RoleTags\n      }\n    }\n    organisations(mine: true) {\n      id\n      name\n      kind\n      viewerTies {\n        ...RoleTags\n      }\n      viewerCan {\n        readAgency\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoleTags on ViewerTie {\n    role\n  }\n"): (typeof documents)["\n  fragment RoleTags on ViewerTie {\n    role\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhyPage($record: RecordKind!, $id: ID!) {\n    whyCanISee(record: $record, id: $id) {\n      kind\n      text\n    }\n  }\n"): (typeof documents)["\n  query WhyPage($record: RecordKind!, $id: ID!) {\n    whyCanISee(record: $record, id: $id) {\n      kind\n      text\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountPage {\n    viewer {\n      id\n      ...ChangeName\n      ...ChangePassword\n    }\n    sessions {\n      id\n      ...SessionRow\n    }\n  }\n"): (typeof documents)["\n  query AccountPage {\n    viewer {\n      id\n      ...ChangeName\n      ...ChangePassword\n    }\n    sessions {\n      id\n      ...SessionRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangeName on Viewer {\n    id\n    name\n    email\n    version\n  }\n"): (typeof documents)["\n  fragment ChangeName on Viewer {\n    id\n    name\n    email\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on Viewer {\n        ...ChangeName\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeName($input: ChangeNameInput!) {\n    changeName(input: $input) {\n      ... on Viewer {\n        ...ChangeName\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangePassword on Viewer {\n    name\n    email\n  }\n"): (typeof documents)["\n  fragment ChangePassword on Viewer {\n    name\n    email\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitationPage($token: String!) {\n    viewer {\n      id\n      email\n    }\n    invitation(token: $token) {\n      state\n      ...AcceptInvitationForm\n    }\n  }\n"): (typeof documents)["\n  query InvitationPage($token: String!) {\n    viewer {\n      id\n      email\n    }\n    invitation(token: $token) {\n      state\n      ...AcceptInvitationForm\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AcceptInvitationForm on OpenedInvitation {\n    role\n    scopeName\n    organisationName\n    invitedByName\n    email\n    expiresAt\n    needsAccount\n    isForViewer\n  }\n"): (typeof documents)["\n  fragment AcceptInvitationForm on OpenedInvitation {\n    role\n    scopeName\n    organisationName\n    invitedByName\n    email\n    expiresAt\n    needsAccount\n    isForViewer\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutboxPage($after: String) {\n    outbox(after: $after) {\n      sends\n      next\n      mails {\n        id\n        ...OutboxMailRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query OutboxPage($after: String) {\n    outbox(after: $after) {\n      sends\n      next\n      mails {\n        id\n        ...OutboxMailRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutboxMailRow on OutboxMail {\n    recipient\n    subject\n    body\n    writtenAt\n    sentAt\n    attempts\n    lastError\n  }\n"): (typeof documents)["\n  fragment OutboxMailRow on OutboxMail {\n    recipient\n    subject\n    body\n    writtenAt\n    sentAt\n    attempts\n    lastError\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeoplePage($search: String!, $after: String) {\n    people(search: $search, after: $after) {\n      next\n      people {\n        id\n        ...PersonAccountRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query PeoplePage($search: String!, $after: String) {\n    people(search: $search, after: $after) {\n      next\n      people {\n        id\n        ...PersonAccountRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonAccountRow on PersonAccount {\n    id\n    name\n    email\n    disabledAt\n    roles\n  }\n"): (typeof documents)["\n  fragment PersonAccountRow on PersonAccount {\n    id\n    name\n    email\n    disabledAt\n    roles\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisablePerson($input: PersonAccountInput!) {\n    disablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DisablePerson($input: PersonAccountInput!) {\n    disablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnablePerson($input: PersonAccountInput!) {\n    enablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnablePerson($input: PersonAccountInput!) {\n    enablePerson(input: $input) {\n      ... on PersonAccount {\n        ...PersonAccountRow\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResetPasswordPage($token: String!) {\n    passwordResetLink(token: $token) {\n      usable\n    }\n  }\n"): (typeof documents)["\n  query ResetPasswordPage($token: String!) {\n    passwordResetLink(token: $token) {\n      usable\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ... on Done {\n        message\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionCheck {\n    viewer {\n      id\n      session {\n        secondsLeft\n        secondsLeftAtMost\n      }\n    }\n  }\n"): (typeof documents)["\n  query SessionCheck {\n    viewer {\n      id\n      session {\n        secondsLeft\n        secondsLeftAtMost\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionRow on Session {\n    id\n    device\n    startedAt\n    lastUsedAt\n    endedAt\n    current\n  }\n"): (typeof documents)["\n  fragment SessionRow on Session {\n    id\n    device\n    startedAt\n    lastUsedAt\n    endedAt\n    current\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...SessionRow\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...SessionRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      ...SessionRow\n    }\n  }\n"): (typeof documents)["\n  mutation EndOtherSessions($input: EndOtherSessionsInput!) {\n    endOtherSessions(input: $input) {\n      ...SessionRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInPage {\n    signInOptions {\n      demonstration\n      ...DemonstrationPeople\n    }\n  }\n"): (typeof documents)["\n  query SignInPage {\n    signInOptions {\n      demonstration\n      ...DemonstrationPeople\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DemonstrationPeople on SignInOptions {\n    people {\n      personId\n      name\n      roles {\n        role\n        text\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment DemonstrationPeople on SignInOptions {\n    people {\n      personId\n      name\n      roles {\n        role\n        text\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInAsDemonstrationPerson($input: SignInAsDemonstrationPersonInput!) {\n    signInAsDemonstrationPerson(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignInAsDemonstrationPerson($input: SignInAsDemonstrationPersonInput!) {\n    signInAsDemonstrationPerson(input: $input) {\n      ... on Viewer {\n        id\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActionCard on PlanAction {\n    id\n    reference\n    title\n    outcome\n    expectedEvidence {\n      id\n      text\n      deadline\n    }\n    responsible {\n      id\n      postTitle\n      organisationName\n      personName\n    }\n    latestUpdate {\n      id\n      period\n      status\n      percentComplete\n    }\n  }\n"): (typeof documents)["\n  fragment ActionCard on PlanAction {\n    id\n    reference\n    title\n    outcome\n    expectedEvidence {\n      id\n      text\n      deadline\n    }\n    responsible {\n      id\n      postTitle\n      organisationName\n      personName\n    }\n    latestUpdate {\n      id\n      period\n      status\n      percentComplete\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdoptPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      state\n      version\n      counts {\n        areas\n        actions\n      }\n      viewerCan {\n        adopt\n      }\n    }\n  }\n"): (typeof documents)["\n  query AdoptPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      state\n      version\n      counts {\n        areas\n        actions\n      }\n      viewerCan {\n        adopt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdoptPlan($input: AdoptPlanInput!) {\n    adoptPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        state\n        adoptedAt\n        version\n        viewerCan {\n          adopt\n          edit\n          share\n        }\n      }\n      ... on Conflict {\n        message\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AdoptPlan($input: AdoptPlanInput!) {\n    adoptPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        state\n        adoptedAt\n        version\n        viewerCan {\n          adopt\n          edit\n          share\n        }\n      }\n      ... on Conflict {\n        message\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AreaComments on PlanArea {\n    id\n    viewerCan {\n      comment\n    }\n    comments {\n      id\n      authorName\n      authorFor\n      body\n      writtenAt\n    }\n  }\n"): (typeof documents)["\n  fragment AreaComments on PlanArea {\n    id\n    viewerCan {\n      comment\n    }\n    comments {\n      id\n      authorName\n      authorFor\n      body\n      writtenAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CommentOnArea($input: CommentOnAreaInput!) {\n    commentOnArea(input: $input) {\n      __typename\n      ... on AreaComment {\n        id\n        area {\n          id\n          ...AreaComments\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CommentOnArea($input: CommentOnAreaInput!) {\n    commentOnArea(input: $input) {\n      __typename\n      ... on AreaComment {\n        id\n        area {\n          id\n          ...AreaComments\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      plan {\n        id\n        title\n        state\n        wholeVisible\n      }\n      viewerCan {\n        comment\n        share\n        edit\n      }\n      sharedWithViewer {\n        id\n        boardName\n        receiverName\n        level\n        reason\n        endsOn\n      }\n      actions {\n        id\n        reference\n        progress\n        comments\n        updates {\n          id\n          period\n          status\n          percentComplete\n          narrative\n          issues\n          writtenAt\n        }\n        ...ActionCard\n      }\n      ...AreaComments\n      ...AreaShares\n    }\n  }\n"): (typeof documents)["\n  query AreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      plan {\n        id\n        title\n        state\n        wholeVisible\n      }\n      viewerCan {\n        comment\n        share\n        edit\n      }\n      sharedWithViewer {\n        id\n        boardName\n        receiverName\n        level\n        reason\n        endsOn\n      }\n      actions {\n        id\n        reference\n        progress\n        comments\n        updates {\n          id\n          period\n          status\n          percentComplete\n          narrative\n          issues\n          writtenAt\n        }\n        ...ActionCard\n      }\n      ...AreaComments\n      ...AreaShares\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AreaShares on PlanArea {\n    id\n    shares {\n      id\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n      sharedAt\n      revokedAt\n      live\n      version\n      viewerCan {\n        revoke\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment AreaShares on PlanArea {\n    id\n    shares {\n      id\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n      sharedAt\n      revokedAt\n      live\n      version\n      viewerCan {\n        revoke\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeShare($input: RevokeShareInput!) {\n    revokeShare(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        live\n        revokedAt\n        version\n        viewerCan {\n          revoke\n        }\n      }\n      ... on NotReady {\n        message\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeShare($input: RevokeShareInput!) {\n    revokeShare(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        live\n        revokedAt\n        version\n        viewerCan {\n          revoke\n        }\n      }\n      ... on NotReady {\n        message\n      }\n      ... on Conflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditActionPage($id: ID!) {\n    planAction(id: $id) {\n      id\n      reference\n      title\n      outcome\n      version\n      expectedEvidence {\n        id\n        text\n        deadline\n      }\n      responsible {\n        id\n        postTitle\n        organisationId\n        personId\n        organisationName\n        personName\n      }\n      area {\n        id\n        viewerCan {\n          edit\n        }\n        plan {\n          id\n          agencies {\n            id\n            name\n          }\n          people {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query EditActionPage($id: ID!) {\n    planAction(id: $id) {\n      id\n      reference\n      title\n      outcome\n      version\n      expectedEvidence {\n        id\n        text\n        deadline\n      }\n      responsible {\n        id\n        postTitle\n        organisationId\n        personId\n        organisationName\n        personName\n      }\n      area {\n        id\n        viewerCan {\n          edit\n        }\n        plan {\n          id\n          agencies {\n            id\n            name\n          }\n          people {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditAction($input: EditActionInput!) {\n    editAction(input: $input) {\n      __typename\n      ... on PlanAction {\n        id\n        reference\n        title\n        outcome\n        version\n        ...ActionCard\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditAction($input: EditActionInput!) {\n    editAction(input: $input) {\n      __typename\n      ... on PlanAction {\n        id\n        reference\n        title\n        outcome\n        version\n        ...ActionCard\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n"): (typeof documents)["\n  query EditAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      theme\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditArea($input: EditAreaInput!) {\n    editArea(input: $input) {\n      __typename\n      ... on PlanArea {\n        id\n        reference\n        theme\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditArea($input: EditAreaInput!) {\n    editArea(input: $input) {\n      __typename\n      ... on PlanArea {\n        id\n        reference\n        theme\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n"): (typeof documents)["\n  query EditPlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      title\n      version\n      viewerCan {\n        edit\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditPlan($input: EditPlanInput!) {\n    editPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditPlan($input: EditPlanInput!) {\n    editPlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        version\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        currentVersion\n        fields {\n          field\n          theirs\n          yours\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportPage($boardId: ID!) {\n    board(id: $boardId) {\n      id\n      name\n      viewerCanImport\n    }\n  }\n"): (typeof documents)["\n  query ImportPage($boardId: ID!) {\n    board(id: $boardId) {\n      id\n      name\n      viewerCanImport\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportPlan($input: ImportPlanInput!) {\n    importPlan(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportPlan($input: ImportPlanInput!) {\n    importPlan(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportPreview($id: ID!) {\n    planImport(id: $id) {\n      id\n      boardId\n      fileName\n      state\n      version\n      draft\n      startedAt\n      agencies {\n        id\n        name\n      }\n      earlier {\n        importId\n        fileName\n        startedAt\n        state\n        planId\n        planTitle\n      }\n      plan {\n        id\n        title\n      }\n    }\n  }\n"): (typeof documents)["\n  query ImportPreview($id: ID!) {\n    planImport(id: $id) {\n      id\n      boardId\n      fileName\n      state\n      version\n      draft\n      startedAt\n      agencies {\n        id\n        name\n      }\n      earlier {\n        importId\n        fileName\n        startedAt\n        state\n        planId\n        planTitle\n      }\n      plan {\n        id\n        title\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SavePlan($input: ImportInput!) {\n    savePlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        state\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SavePlan($input: ImportInput!) {\n    savePlan(input: $input) {\n      __typename\n      ... on Plan {\n        id\n        title\n        state\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardImport($input: ImportInput!) {\n    discardImport(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        state\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardImport($input: ImportInput!) {\n    discardImport(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        state\n      }\n      ... on Conflict {\n        message\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      boardId\n      title\n      state\n      adoptedAt\n      wholeVisible\n      viewerCan {\n        adopt\n        edit\n      }\n      areas {\n        id\n        reference\n        theme\n        title\n        actions {\n          id\n          ...ActionCard\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PlanPage($id: ID!) {\n    plan(id: $id) {\n      id\n      boardId\n      title\n      state\n      adoptedAt\n      wholeVisible\n      viewerCan {\n        adopt\n        edit\n      }\n      areas {\n        id\n        reference\n        theme\n        title\n        actions {\n          id\n          ...ActionCard\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlansOfBoard on Board {\n    id\n    viewerCanImport\n    plans {\n      id\n      title\n      state\n      createdAt\n      adoptedAt\n      wholeVisible\n      counts {\n        areas\n        actions\n        complete\n        onTarget\n        atRisk\n        offTarget\n        notStarted\n        unreported\n      }\n    }\n    imports {\n      id\n      fileName\n      startedAt\n      changedAt\n    }\n  }\n"): (typeof documents)["\n  fragment PlansOfBoard on Board {\n    id\n    viewerCanImport\n    plans {\n      id\n      title\n      state\n      createdAt\n      adoptedAt\n      wholeVisible\n      counts {\n        areas\n        actions\n        complete\n        onTarget\n        atRisk\n        offTarget\n        notStarted\n        unreported\n      }\n    }\n    imports {\n      id\n      fileName\n      startedAt\n      changedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShareAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      title\n      viewerCan {\n        share\n      }\n      shareReceivers {\n        boards {\n          id\n          name\n        }\n        agencies {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ShareAreaPage($id: ID!) {\n    area(id: $id) {\n      id\n      reference\n      title\n      viewerCan {\n        share\n      }\n      shareReceivers {\n        boards {\n          id\n          name\n        }\n        agencies {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareArea($input: ShareAreaInput!) {\n    shareArea(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        area {\n          id\n          ...AreaShares\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ShareArea($input: ShareAreaInput!) {\n    shareArea(input: $input) {\n      __typename\n      ... on AreaShare {\n        id\n        area {\n          id\n          ...AreaShares\n        }\n      }\n      ... on InvalidInput {\n        problems {\n          field\n          message\n        }\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SharedAreas {\n    sharedAreas {\n      id\n      areaId\n      areaReference\n      areaTitle\n      planTitle\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n    }\n  }\n"): (typeof documents)["\n  query SharedAreas {\n    sharedAreas {\n      id\n      areaId\n      areaReference\n      areaTitle\n      planTitle\n      boardName\n      receiverName\n      level\n      reason\n      endsOn\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveImportDraft($input: SaveImportDraftInput!) {\n    saveImportDraft(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        version\n        changedAt\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on Conflict {\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveImportDraft($input: SaveImportDraftInput!) {\n    saveImportDraft(input: $input) {\n      __typename\n      ... on PlanImport {\n        id\n        version\n        changedAt\n      }\n      ... on InvalidInput {\n        message\n      }\n      ... on Conflict {\n        currentVersion\n      }\n      ... on NotReady {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportAgain($id: ID!) {\n    planImport(id: $id) {\n      id\n      version\n      draft\n    }\n  }\n"): (typeof documents)["\n  query ImportAgain($id: ID!) {\n    planImport(id: $id) {\n      id\n      version\n      draft\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Layout {\n    viewer {\n      id\n      name\n      demonstration\n      ties {\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query Layout {\n    viewer {\n      id\n      name\n      demonstration\n      ties {\n        role\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;