import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { documentsAsText } from './documentsAsText.ts'

export default defineConfig({
  plugins: [documentsAsText, react()],
  build: { target: 'es2022', sourcemap: false },
  css: {
    preprocessorOptions: { scss: { quietDeps: true } },
    // GOV.UK Frontend has a media query for an old Internet Explorer, which the minifier would stop at.
    lightningcss: { errorRecovery: true },
  },
  server: {
    proxy: {
      '/graphql': 'http://localhost:4000',
      '/uploads': 'http://localhost:4000',
      '/evidence': 'http://localhost:4000',
      '^/plans/[^/]+/(publication/)?file': 'http://localhost:4000',
    },
  },
})
