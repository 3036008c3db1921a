#!/usr/bin/env bash
# Installs what the tests need and the machine lacks, checks format, builds with warnings as errors, runs every test,
# and ends with one line "N passed, N failed(, N skipped)". Exit 0 only if none failed.
#   ./test.sh          small fixed numbers
#   ./test.sh --soak   large numbers; writes benchmarks/results/soak-DATE.md
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
soak=0
for argument in "$@"; do
  case "$argument" in
    --soak) soak=1 ;;
    *) echo "Unknown argument: $argument (expected --soak)" >&2; echo "0 passed, 1 failed"; exit 2 ;;
  esac
done
[ "$soak" = 1 ] && export ANALYTICS_SOAK=1

passed=0; failed=0; skipped=0
finish() {
  if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
fail() { echo "FAILED: $1" >&2; failed=$((failed + 1)); finish; exit 1; }

# need PROGRAM WHAT PACKAGE… : Debian's packages of a program that is missing, where there is an apt to install them with.
need() {
  command -v "$1" >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1 && return
  program="$1" what="$2"; shift 2
  as_root=""; [ "$(id -u)" = 0 ] || as_root="sudo -n"
  echo "Installing $program ..."
  { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1 \
    || echo "$program could not be installed; $what will be skipped and say so." >&2
}
need chromium "the browser tests" chromium
need soffice "the tests of printed documents" libreoffice-writer-nogui poppler-utils fonts-liberation

echo "Restoring ..."
dotnet restore --locked-mode -v quiet || fail "restore (are the lock files current?)"
echo "Checking format ..."
dotnet format --no-restore --verify-no-changes -v quiet || fail "format: run dotnet format"
echo "Building ..."
dotnet build --no-restore -v quiet -clp:NoSummary || fail "build"

results="$(mktemp -d)"
chmod 755 "$results"
trap 'tests/postgres/server.sh stop "$results/postgres"; rm -rf "$results"' EXIT
# begin PROJECT LABEL ARGUMENT… : runs one test program; collect PROJECT LABEL tells what came of it and adds its counts to the sums.
begin() {
  name="Analytics.$1.Tests"; log="$results/$1$2"; shift 2
  started=$SECONDS
  dotnet "tests/$name/bin/Debug/net10.0/$name.dll" --progress off --no-ansi "$@" >"$log" 2>&1
  echo "$? $((SECONDS - started))" >"$log.end"
}
collect() {
  label="Analytics.$1.Tests$2"; log="$results/$1$2"
  read -r code seconds <"$log.end"
  count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$log" | tail -n 1; }
  p="$(count succeeded)"; f="$(count failed)"; s="$(count skipped)"
  # A run that ends badly without saying that a test failed (a crash, no test found) is a failure of its own.
  if [ -z "$p" ] || { [ "$code" != 0 ] && [ "${f:-0}" = 0 ]; }; then f=$(( ${f:-0} + 1 )); fi
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
  grep -E "^(failed|skipped) " -A 12 "$log" | head -n 200
  [ "$code" = 0 ] || [ "${f:-0}" -gt 0 ] && [ -z "$p" ] && tail -n 60 "$log"
  echo "  $label: ${p:-0} passed, ${f:-0} failed, ${s:-0} skipped, $seconds s"
}
run() { echo "Running Analytics.$1.Tests$2 ..."; begin "$@"; collect "$1" "$2"; }

run Domain ""
run Ingest "" --filter-not-trait "Store=Server"
run Web ""
# The browser mostly waits, so it goes beside the next ones. ReadmePictures makes the pictures of the README and tests nothing.
echo "Running Analytics.Browser.Tests beside ..."
begin Browser "" --filter-not-class "*ReadmePictures" &
browser=$!

# What stores, loads and computes once more on a PostgreSQL server of our own.
if server="$(tests/postgres/server.sh start "$results/postgres")"; then
  export ANALYTICS_TEST_POSTGRES="$server"
  run Domain " on PostgreSQL" --filter-namespace "*.Storage" --filter-not-trait "Store=File"
  # But for the classes about the command line, the rules and the files themselves, which know no store.
  run Ingest " on PostgreSQL" --filter-namespace "*.EndToEnd" --filter-not-trait "Store=File" \
    --filter-not-class "*.ExitCodeTests" "*.OutcomeTests" "*.SampleCommandTests" "*.WorkbookImportTests" \
    "*.EveryRuleTests" "*.MarkedFileTests" "*.MutationTests" "*.WorkbookMutationTests" "*.TemplateTests"
  run Web " on PostgreSQL" --filter-namespace "*.Jobs" "*.Queries" "*.Overview" "*.Imports" "*.Audit" "*.AsOf" "*.Entry" "*.Officials" "*.Rules" --filter-not-trait "Store=File"
  unset ANALYTICS_TEST_POSTGRES
else
  echo "skipped: no PostgreSQL server could be started here; what is stored there was not tested." >&2
  skipped=$((skipped + 1))
fi
wait "$browser"
collect Browser ""

if [ "$soak" = 1 ]; then
  report="benchmarks/results/soak-$(date +%Y-%m-%d).md"
  { echo "# Soak run of $(date +%Y-%m-%d)"; echo; echo "\`./test.sh --soak\`: $passed passed, $failed failed, $skipped skipped."; } >"$report"
fi
finish
