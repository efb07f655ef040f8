# Builds the page and serves it on port 80:  docker build -t retrieval-lab . && docker run --rm -p 8080:80 retrieval-lab
FROM node:22-slim AS build
WORKDIR /lab
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Hosts that the page may fetch from; any over https: where there are none (docs/SECURITY.md).
ARG CONNECT_HOSTS=""
RUN npm run build

FROM nginx:stable-alpine
COPY tools/hosting/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /lab/dist /usr/share/nginx/html
