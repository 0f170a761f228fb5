# tiendo in a container: `docker build -t tiendo .`, then see compose.yaml.
FROM python:3.11-slim AS build
RUN pip install --no-cache-dir uv
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY content content
COPY core core
COPY handlers handlers
COPY locales locales
COPY reports reports
COPY scheduler scheduler
COPY storage storage
RUN uv sync --no-dev

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home tiendo && install -d -o tiendo /var/lib/tiendo
COPY --from=build /app /app
WORKDIR /app
ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1 TIENDO_DATA_DIR=/var/lib/tiendo TIENDO_HOST=0.0.0.0
USER tiendo
VOLUME /var/lib/tiendo
EXPOSE 8080
# what is in hand is finished within seconds; see stop_grace_period in compose.yaml
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/health', timeout=4)"]
CMD ["tiendo", "run"]
