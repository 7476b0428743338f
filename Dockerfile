# Builds the web app with all tools, and ships what the server needs at run time.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/contract/package.json packages/contract/
COPY packages/client/package.json packages/client/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/contract/package.json packages/contract/
COPY packages/client/package.json packages/client/
COPY server/package.json server/
COPY web/package.json web/
# The image has Node.js 24 itself, so the one that comes along as a package is left out.
RUN npm ci --omit=dev --workspace=server --workspace=packages/contract --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/node-darwin-* node_modules/node-win-* node_modules/node-bin-*

FROM node:24-bookworm-slim
ENV ROLECALL_ENVIRONMENT=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY packages/contract packages/contract
COPY server server
COPY --from=build /app/web/dist web/dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# In MiB: with less room for young objects, the pauses to collect those of thousands of connections are shorter.
CMD ["node", "--max-semi-space-size=8", "server/bin/rolecall.mjs", "serve"]
