// How the web app is built, served while it is worked on, and tested.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.OPENCANVA_DEV_SERVER ?? 'http://127.0.0.1:8700'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../src/opencanva/_web',
    emptyOutDir: true,
    // The server's policy allows no data: fonts, and small files are cheap on one connection.
    assetsInlineLimit: 0,
    target: 'es2023',
    // What the first look needs stays together: cut up by what lazy parts share of it, it weighs 3 kB more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  server: { port: 5173, proxy: { '/api': { target: server, changeOrigin: true } } },
  test: {
    environment: 'jsdom',
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
  },
})
