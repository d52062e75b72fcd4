import { createBrowserRouter } from 'react-router'
import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import { FlagPage, FlagPageQuery } from './features/attendance/flag/FlagPage.tsx'
import { FlagsPage, FlagsPageQuery } from './features/attendance/flag/FlagsPage.tsx'
import { flagYearVariables } from './features/attendance/flag/flagYears.ts'
import { RulesPage, RulesPageQuery } from './features/attendance/rule/RulesPage.tsx'
import { SamplePage, SamplePageQuery } from './features/attendance/sample/SamplePage.tsx'
import { AddSeatPage, AddSeatPageQuery } from './features/board/AddSeatPage.tsx'
import { AppointPage, AppointPageQuery } from './features/board/AppointPage.tsx'
import { BoardNamePage, BoardNamePageQuery } from './features/board/BoardNamePage.tsx'
import { BoardPeoplePage, BoardPeoplePageQuery } from './features/board/BoardPeoplePage.tsx'
import { BoardsAdminPage, BoardsAdminPageQuery, boardsVariables } from './features/board/BoardsAdminPage.tsx'
import { ChangeSeatPage, ChangeSeatPageQuery } from './features/board/ChangeSeatPage.tsx'
import {
  ContributorPage,
  ContributorPageQuery,
  NewContributorPage,
  NewContributorPageQuery,
} from './features/board/ContributorPages.tsx'
import { GrantPage, GrantPageQuery } from './features/board/GrantPage.tsx'
import { HomePage, HomePageQuery } from './features/board/HomePage.tsx'
import { InvitePage, InvitePageQuery } from './features/board/InvitePage.tsx'
import { NewBoardPage, NewBoardPageQuery } from './features/board/NewBoardPage.tsx'
import { NewSubGroupPage, NewSubGroupPageQuery } from './features/board/NewSubGroupPage.tsx'
import { SeatsPage, SeatsPageQuery } from './features/board/SeatsPage.tsx'
import { WhyPage, WhyPageQuery, whyVariables } from './features/board/WhyPage.tsx'
import { AccountPage, AccountPageQuery } from './features/identity/AccountPage.tsx'
import { ForgottenPasswordPage } from './features/identity/ForgottenPasswordPage.tsx'
import { InvitationPage, InvitationPageQuery } from './features/identity/InvitationPage.tsx'
import {
  InviteAdministratorPage,
  InviteAdministratorPageQuery,
} from './features/identity/InviteAdministratorPage.tsx'
import { OutboxPage, OutboxPageQuery, outboxVariables } from './features/identity/OutboxPage.tsx'
import { PeoplePage, PeoplePageQuery, peopleVariables } from './features/identity/PeoplePage.tsx'
import { ResetPasswordPage, ResetPasswordPageQuery } from './features/identity/ResetPasswordPage.tsx'
import { SignInPage, SignInPageQuery } from './features/identity/SignInPage.tsx'
import { SignOutPage } from './features/identity/SignOutPage.tsx'
import { LogPage, LogPageQuery, logVariables } from './features/log/LogPage.tsx'
import { AgencyPage, AgencyPageQuery } from './features/organisation/AgencyPage.tsx'
import {
  ChangeOrganisationPage,
  ChangeOrganisationPageQuery,
} from './features/organisation/ChangeOrganisationPage.tsx'
import { MergerPage, MergerPageQuery } from './features/organisation/MergerPage.tsx'
import {
  NewOrganisationPage,
  NewOrganisationPageQuery,
} from './features/organisation/NewOrganisationPage.tsx'
import { NewRegionPage } from './features/organisation/NewRegionPage.tsx'
import {
  OrganisationsAdminPage,
  OrganisationsAdminPageQuery,
  organisationsVariables,
} from './features/organisation/OrganisationsAdminPage.tsx'
import { ActionPage, ActionPageQuery } from './features/plan/action/ActionPage.tsx'
import { AdoptPlanPage, AdoptPlanPageQuery } from './features/plan/AdoptPlanPage.tsx'
import { AreaPage, AreaPageQuery } from './features/plan/area/AreaPage.tsx'
import { CalendarPage, CalendarPageQuery } from './features/plan/period/CalendarPage.tsx'
import { DifferencesPage, DifferencesPageQuery } from './features/plan/import/DifferencesPage.tsx'
import { EditActionPage, EditActionPageQuery } from './features/plan/action/EditActionPage.tsx'
import { EditAreaPage, EditAreaPageQuery } from './features/plan/area/EditAreaPage.tsx'
import { EditPlanPage, EditPlanPageQuery } from './features/plan/EditPlanPage.tsx'
import { EditMeasurePage, EditMeasurePageQuery } from './features/plan/measure/EditMeasurePage.tsx'
import { EvidencePage, EvidencePageQuery } from './features/plan/evidence/EvidencePage.tsx'
import { HistoryPage, HistoryPageQuery, historyVariables } from './features/plan/history/HistoryPage.tsx'
import { ImportPage, ImportPageQuery } from './features/plan/import/ImportPage.tsx'
import { ImportPreviewPage, ImportPreviewQuery } from './features/plan/import/ImportPreviewPage.tsx'
import { MilestonePage, MilestonePageQuery } from './features/plan/milestone/MilestonePage.tsx'
import { NewMeasurePage, NewMeasurePageQuery } from './features/plan/measure/NewMeasurePage.tsx'
import {
  NewMilestonePage,
  NewMilestonePageQuery,
  newMilestoneVariables,
} from './features/plan/milestone/NewMilestonePage.tsx'
import { LaterVersionPage, LaterVersionPageQuery } from './features/plan/import/LaterVersionPage.tsx'
import { PeriodPage, PeriodPageQuery } from './features/plan/period/PeriodPage.tsx'
import { PeriodsPage, PeriodsPageQuery } from './features/plan/period/PeriodsPage.tsx'
import { PlanImportsPage, PlanImportsPageQuery } from './features/plan/import/PlanImportsPage.tsx'
import { PlanPage, PlanPageQuery, planVariables } from './features/plan/PlanPage.tsx'
import { PublicationPage, PublicationPageQuery } from './features/plan/export/PublicationPage.tsx'
import { RecordResultPage, RecordResultPageQuery } from './features/plan/measure/RecordResultPage.tsx'
import { ShareAreaPage, ShareAreaPageQuery } from './features/plan/area/ShareAreaPage.tsx'
import { SharedAreasPage, SharedAreasQuery } from './features/plan/area/SharedAreas.tsx'
import { TakeOutPage, TakeOutPageQuery } from './features/plan/import/TakeOutPage.tsx'
import { SummaryPage, SummaryPageQuery, summaryVariables } from './features/plan/summary/SummaryPage.tsx'
import {
  WithdrawEvidencePage,
  WithdrawEvidencePageQuery,
} from './features/plan/evidence/WithdrawEvidencePage.tsx'
import {
  YourActionsPage,
  YourActionsPageQuery,
  yourVariables,
} from './features/plan/action/YourActionsPage.tsx'
import { attendanceRoutes } from './routes/attendanceRoutes.tsx'
import { attendedRoutes } from './routes/attendedRoutes.tsx'
import { BoardRoute, BoardRouteQuery } from './routes/BoardRoute.tsx'
import { ErrorPage } from './routes/ErrorPage.tsx'
import { forAdministrators } from './routes/forAdministrators.ts'
import { Layout } from './routes/Layout.tsx'
import { load } from './routes/load.ts'
import { loadLayout } from './routes/loadLayout.ts'
import { pastRegisterRoutes } from './routes/pastRegisterRoutes.tsx'
import { throwNotFound } from './routes/throwNotFound.ts'

/** Address, what it loads, and the page it shows. Each route has an example address in test/e2e/addresses.ts. */
export function routes(client: Client): RouteObject[] {
  return [
    {
      element: <Layout />,
      errorElement: (
        <div className="govuk-width-container">
          <ErrorPage />
        </div>
      ),
      loader: loadLayout(client),
      shouldRevalidate: () => false,
      hydrateFallbackElement: <p className="govuk-body">Loading…</p>,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            {
              index: true,
              loader: load(client, HomePageQuery, () => ({})),
              element: <HomePage />,
            },
            {
              path: 'boards/:boardId',
              loader: load(client, BoardRouteQuery, ({ boardId = '' }) => ({ boardId })),
              element: <BoardRoute />,
            },
            {
              path: 'boards/:boardId/name',
              loader: load(client, BoardNamePageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <BoardNamePage />,
            },
            {
              path: 'boards/:boardId/sub-groups/new',
              loader: load(client, NewSubGroupPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <NewSubGroupPage />,
            },
            {
              path: 'boards/:boardId/seats',
              loader: load(client, SeatsPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <SeatsPage />,
            },
            {
              path: 'boards/:boardId/seats/new',
              loader: load(client, AddSeatPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <AddSeatPage />,
            },
            {
              path: 'boards/:boardId/seats/:seatId',
              loader: load(client, ChangeSeatPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <ChangeSeatPage />,
            },
            {
              path: 'boards/:boardId/people',
              loader: load(client, BoardPeoplePageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <BoardPeoplePage />,
            },
            {
              path: 'boards/:boardId/people/appoint',
              loader: load(client, AppointPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <AppointPage />,
            },
            {
              path: 'boards/:boardId/people/invite',
              loader: load(client, InvitePageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <InvitePage />,
            },
            {
              path: 'boards/:boardId/people/grants/:grantId',
              loader: load(client, GrantPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <GrantPage />,
            },
            {
              path: 'boards/:boardId/flags',
              loader: load(client, FlagsPageQuery, flagYearVariables),
              element: <FlagsPage />,
            },
            {
              path: 'boards/:boardId/rules',
              loader: load(client, RulesPageQuery, flagYearVariables),
              element: <RulesPage />,
            },
            {
              path: 'flags/:flagId',
              loader: load(client, FlagPageQuery, ({ flagId = '' }) => ({ id: flagId })),
              element: <FlagPage />,
            },
            {
              path: 'samples/:sampleId',
              loader: load(client, SamplePageQuery, ({ sampleId = '' }) => ({ id: sampleId })),
              element: <SamplePage />,
            },
            {
              path: 'boards/:boardId/log',
              loader: load(client, LogPageQuery, logVariables),
              element: <LogPage />,
            },
            {
              path: 'boards/:boardId/periods',
              loader: load(client, PeriodsPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <PeriodsPage />,
            },
            {
              path: 'boards/:boardId/periods/:startsOn',
              loader: load(client, PeriodPageQuery, ({ boardId = '', startsOn = '' }) => ({
                boardId,
                startsOn,
              })),
              element: <PeriodPage />,
            },
            {
              path: 'boards/:boardId/summary',
              loader: load(client, SummaryPageQuery, summaryVariables),
              element: <SummaryPage />,
            },
            {
              path: 'boards/:boardId/calendar',
              loader: load(client, CalendarPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <CalendarPage />,
            },
            {
              path: 'why/:record/:id',
              loader: load(client, WhyPageQuery, whyVariables),
              element: <WhyPage />,
            },
            {
              path: 'organisations/:organisationId',
              loader: load(client, AgencyPageQuery, ({ organisationId = '' }) => ({ organisationId })),
              element: <AgencyPage />,
            },
            {
              path: 'organisations/:organisationId/contributors/new',
              loader: load(client, NewContributorPageQuery, ({ organisationId = '' }) => ({
                organisationId,
              })),
              element: <NewContributorPage />,
            },
            {
              path: 'organisations/:organisationId/grants/:grantId',
              loader: load(client, ContributorPageQuery, ({ organisationId = '' }) => ({ organisationId })),
              element: <ContributorPage />,
            },
            { path: 'sign-in', loader: load(client, SignInPageQuery, () => ({})), element: <SignInPage /> },
            { path: 'sign-out', element: <SignOutPage /> },
            { path: 'forgotten-password', element: <ForgottenPasswordPage /> },
            {
              path: 'password/:token',
              loader: load(client, ResetPasswordPageQuery, ({ token = '' }) => ({ token })),
              element: <ResetPasswordPage />,
            },
            {
              path: 'invitation/:token',
              loader: load(client, InvitationPageQuery, ({ token = '' }) => ({ token })),
              element: <InvitationPage />,
            },
            { path: 'account', loader: load(client, AccountPageQuery, () => ({})), element: <AccountPage /> },
            {
              path: 'boards/:boardId/import',
              loader: load(client, ImportPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <ImportPage />,
            },
            {
              path: 'imports/:importId',
              loader: load(client, ImportPreviewQuery, ({ importId = '' }) => ({ id: importId })),
              element: <ImportPreviewPage />,
            },
            {
              path: 'imports/:importId/differences',
              loader: load(client, DifferencesPageQuery, ({ importId = '' }) => ({ id: importId })),
              // Another page of the list, or another filter, asks nothing of the server.
              shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
              element: <DifferencesPage />,
            },
            {
              path: 'plans/:planId/import',
              loader: load(client, LaterVersionPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <LaterVersionPage />,
            },
            {
              path: 'plans/:planId/imports',
              loader: load(client, PlanImportsPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <PlanImportsPage />,
            },
            {
              path: 'plans/:planId',
              loader: load(client, PlanPageQuery, planVariables),
              element: <PlanPage />,
            },
            {
              path: 'plans/:id/history',
              loader: load(client, HistoryPageQuery, historyVariables('PLAN')),
              element: <HistoryPage of="PLAN" />,
            },
            {
              path: 'areas/:id/history',
              loader: load(client, HistoryPageQuery, historyVariables('AREA')),
              element: <HistoryPage of="AREA" />,
            },
            {
              path: 'actions/:id/history',
              loader: load(client, HistoryPageQuery, historyVariables('ACTION')),
              element: <HistoryPage of="ACTION" />,
            },
            {
              path: 'plans/:planId/adopt',
              loader: load(client, AdoptPlanPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <AdoptPlanPage />,
            },
            {
              path: 'plans/:planId/edit',
              loader: load(client, EditPlanPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <EditPlanPage />,
            },
            {
              path: 'plans/:planId/milestones/new',
              loader: load(client, NewMilestonePageQuery, newMilestoneVariables),
              element: <NewMilestonePage />,
            },
            {
              path: 'milestones/:milestoneId',
              loader: load(client, MilestonePageQuery, ({ milestoneId = '' }) => ({ id: milestoneId })),
              element: <MilestonePage />,
            },
            {
              path: 'plans/:planId/take-out',
              loader: load(client, TakeOutPageQuery, ({ planId = '' }) => ({ id: planId })),
              // Another part in the address asks nothing of the server.
              shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
              element: <TakeOutPage />,
            },
            {
              path: 'plans/:planId/publication',
              loader: load(client, PublicationPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <PublicationPage />,
            },
            {
              path: 'areas/:areaId',
              loader: load(client, AreaPageQuery, ({ areaId = '' }) => ({ id: areaId })),
              element: <AreaPage />,
            },
            {
              path: 'areas/:areaId/edit',
              loader: load(client, EditAreaPageQuery, ({ areaId = '' }) => ({ id: areaId })),
              element: <EditAreaPage />,
            },
            {
              path: 'areas/:areaId/share',
              loader: load(client, ShareAreaPageQuery, ({ areaId = '' }) => ({ id: areaId })),
              element: <ShareAreaPage />,
            },
            {
              path: 'actions',
              loader: load(client, YourActionsPageQuery, (_params, search) => yourVariables(search)),
              element: <YourActionsPage />,
            },
            {
              path: 'actions/:actionId',
              loader: load(client, ActionPageQuery, ({ actionId = '' }) => ({ id: actionId })),
              element: <ActionPage />,
            },
            {
              path: 'actions/:actionId/edit',
              loader: load(client, EditActionPageQuery, ({ actionId = '' }) => ({ id: actionId })),
              element: <EditActionPage />,
            },
            {
              path: 'actions/:actionId/evidence',
              loader: load(client, EvidencePageQuery, ({ actionId = '' }) => ({ id: actionId })),
              element: <EvidencePage />,
            },
            {
              path: 'actions/:actionId/evidence/:evidenceId/withdraw',
              loader: load(client, WithdrawEvidencePageQuery, ({ actionId = '' }) => ({ id: actionId })),
              element: <WithdrawEvidencePage />,
            },
            {
              path: 'actions/:actionId/measures/new',
              loader: load(client, NewMeasurePageQuery, ({ actionId = '' }) => ({ id: actionId })),
              element: <NewMeasurePage />,
            },
            {
              path: 'measures/:measureId/edit',
              loader: load(client, EditMeasurePageQuery, ({ measureId = '' }) => ({ id: measureId })),
              element: <EditMeasurePage />,
            },
            {
              path: 'measures/:measureId/results',
              loader: load(client, RecordResultPageQuery, ({ measureId = '' }) => ({ id: measureId })),
              element: <RecordResultPage />,
            },
            {
              path: 'shared',
              loader: load(client, SharedAreasQuery, () => ({})),
              element: <SharedAreasPage />,
            },
            ...attendanceRoutes(client),
            ...attendedRoutes(client),
            ...pastRegisterRoutes(client),
            {
              loader: forAdministrators(client),
              children: [
                {
                  path: 'boards',
                  loader: load(client, BoardsAdminPageQuery, (_params, search) => boardsVariables(search)),
                  element: <BoardsAdminPage />,
                },
                {
                  path: 'boards/new',
                  loader: load(client, NewBoardPageQuery, () => ({})),
                  element: <NewBoardPage />,
                },
                {
                  path: 'organisations',
                  loader: load(client, OrganisationsAdminPageQuery, (_params, search) =>
                    organisationsVariables(search),
                  ),
                  element: <OrganisationsAdminPage />,
                },
                {
                  path: 'organisations/new',
                  loader: load(client, NewOrganisationPageQuery, () => ({})),
                  element: <NewOrganisationPage />,
                },
                {
                  path: 'organisations/:organisationId/change',
                  loader: load(client, ChangeOrganisationPageQuery, ({ organisationId = '' }) => ({
                    organisationId,
                  })),
                  element: <ChangeOrganisationPage />,
                },
                {
                  path: 'organisations/:organisationId/merger',
                  loader: load(client, MergerPageQuery, ({ organisationId = '' }) => ({ organisationId })),
                  element: <MergerPage />,
                },
                { path: 'regions/new', element: <NewRegionPage /> },
                {
                  path: 'people',
                  loader: load(client, PeoplePageQuery, (_params, search) => peopleVariables(search)),
                  element: <PeoplePage />,
                },
                {
                  path: 'people/invite',
                  loader: load(client, InviteAdministratorPageQuery, () => ({})),
                  element: <InviteAdministratorPage />,
                },
                {
                  path: 'outbox',
                  loader: load(client, OutboxPageQuery, (_params, search) => outboxVariables(search)),
                  element: <OutboxPage />,
                },
              ],
            },
            { path: '*', loader: throwNotFound, element: null },
          ],
        },
      ],
    },
  ]
}

export function makeRouter(client: Client) {
  return createBrowserRouter(routes(client))
}
