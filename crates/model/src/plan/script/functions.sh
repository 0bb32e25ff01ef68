set -eu
LC_ALL=C
export LC_ALL
newline='
'
tab=$(printf '\t')
carriage_return=$(printf '\r')
missing=

# need NAME VALUE WHAT
need() {
  if [ -z "$2" ]; then
    printf '%s is not set. Set it to %s.\n' "$1" "$3" >&2
    missing=yes
  fi
}

refuse_to_start() {
  printf '%s\n' "$1" 'Nothing was sent.' >&2
  exit 2
}

start() {
  if [ -n "$missing" ]; then
    refuse_to_start 'Variables are missing: export them, and start again.'
  fi
  case $TOKEN in
    *"$newline"* | *"$carriage_return"*) refuse_to_start 'TOKEN has a line break. Remove it.' ;;
  esac
  if ! command -v curl >/dev/null; then
    refuse_to_start 'curl is not installed. Install version 7.76 or newer.'
  fi
  case ${FROM:=1} in
    *[!0-9]* | ?????????*) wrong=yes ;;
    *) if [ "$FROM" -ge 1 ] && [ "$FROM" -le "$steps" ]; then wrong=; else wrong=yes; fi ;;
  esac
  if [ -n "$wrong" ]; then
    refuse_to_start "FROM is the number of a step, from 1 to $steps."
  fi
}

# json TEXT: as it is written between the quotation marks of JSON.
json() {
  escaped=$(printf '%s.' "$1" | sed -e ':a' -e '$!{' -e 'N' -e 'b a' -e '}' -e 's/[\\"]/\\&/g' -e 's/\n/\\n/g' \
    -e "s/$tab/\\\\t/g" -e "s/$carriage_return/\\\\r/g")
  printf '%s' "${escaped%.}"
}

# config NAME TEXT: a line of a file that curl reads. So no secret is an argument, which others on this machine could see.
config() {
  printf '%s = "%s"\n' "$1" "$(printf '%s' "$2" | sed 's/[\\"]/\\&/g')"
}

# without TEXT SECRET...: the text with ... in the place of each secret.
without() {
  rest=$1
  shift
  for secret do
    text=
    while :; do
      case $rest in
        *"$secret"*)
          text=$text${rest%%"$secret"*}...
          rest=${rest#*"$secret"}
          ;;
        *) break ;;
      esac
    done
    rest=$text$rest
  done
  printf '%s\n' "$rest"
}

# stop SENTENCE [open]: ends at the present step, with what the server said. Open is whether the step was done.
stop() {
  {
    printf '%s/%s %s: failed\n' "$number" "$steps" "$title"
    printf '%s\n' "$1"
    if [ -n "$answer" ]; then
      hidden "$answer" | tr -d '\000-\010\013-\037\177' | cut -c 1-1000 | sed 20q
    fi
    if [ "$#" -gt 1 ]; then
      printf 'It is not known whether this step was done: look first. If it was, go on with FROM=%s\n' "$((number + 1))"
    fi
    printf 'To go on from this step: FROM=%s sh %s\n' "$number" "$0"
  } >&2
  exit 1
}

# step NUMBER TITLE METHOD PATH [BODY]
step() {
  number=$1
  title=$2
  answer=
  if [ "$number" -lt "$FROM" ]; then
    return
  fi
  code=0
  answer=$(
    {
      case $vendor in
        Jira)
          config header "Authorization: Bearer $TOKEN"
          config header 'X-Atlassian-Token: no-check'
          ;;
        GitLab) config header "PRIVATE-TOKEN: $TOKEN" ;;
      esac
      config header 'Accept: application/json'
      if [ "$#" -gt 4 ]; then
        config header 'Content-Type: application/json'
        config data-raw "$5"
      fi
    } | curl --silent --show-error --fail-with-body --globoff --max-time 60 --write-out '\n%{http_code}' \
      --request "$3" --config - "$server$4"
  ) || code=$?
  status=${answer##*"$newline"}
  answer=${answer%"$newline"*}
  case $code in
    0 | 22) ;;
    [1-7] | 26 | 35 | 60 | 77) stop "curl could not send it (exit code $code)." ;;
    *) stop "The answer did not arrive whole (exit code $code of curl)." open ;;
  esac
  compact=$(printf '%s' "$answer" | tr -d ' \t\r\n' | tr 'A-Z' 'a-z')
  case $status in
    2??) ;;
    5??) stop "The server answered with status $status." open ;;
    *) stop "The server answered with status $status." ;;
  esac
  case $vendor$compact in
    Jira*'"success":false'* | Jira*'"success":"false"'*) stop 'Jira refused it.' ;;
  esac
  case $compact in
    '' | '{'*'}' | '['*']') ;;
    *) stop 'The answer is no whole JSON: perhaps another one than the server gave it.' open ;;
  esac
  printf '%s/%s %s: ok\n' "$number" "$steps" "$title"
}

finish() {
  if [ "$FROM" -eq 1 ]; then
    printf 'All %s steps are done.\n' "$steps"
  else
    printf 'Steps %s to %s are done.\n' "$FROM" "$steps"
  fi
}

