{{- define "restante.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "restante.fullname" -}}
{{- $name := include "restante.name" . }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "restante.selectorLabels" -}}
app.kubernetes.io/name: {{ include "restante.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "restante.labels" -}}
{{ include "restante.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "restante.image" -}}
{{- if .Values.image.digest }}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) }}
{{- end }}
{{- end }}

{{/* The Secret with the server secret. */}}
{{- define "restante.secretName" -}}
{{- default (include "restante.fullname" .) .Values.secret.existingSecret }}
{{- end }}

{{/* The Secret with the database's user. */}}
{{- define "restante.databaseSecretName" -}}
{{- default (printf "%s-database" (include "restante.fullname" .)) .Values.database.existingSecret }}
{{- end }}

{{/* What the application is told, as one JSON document; what stands in config goes before. */}}
{{- define "restante.config" -}}
{{- $drain := dict "drain" (printf "%ds" (int .Values.drainSeconds)) "servers" .Values.servers }}
{{- $remoteip := dict "internal-proxies" .Values.trustedProxies }}
{{- $server := dict "port" 8080 "tomcat" (dict "remoteip" $remoteip) }}
{{- if .Values.contextPath }}
{{- $_ := set $server "servlet" (dict "context-path" .Values.contextPath) }}
{{- end }}
{{- $datasource := dict "hikari" (dict "maximum-pool-size" (int .Values.database.connections)) }}
{{- if .Values.database.url }}
{{- $_ := set $datasource "url" .Values.database.url }}
{{- end }}
{{- $management := dict "server" (dict "address" "0.0.0.0" "port" 8081) }}
{{- $all := dict "restante" $drain "server" $server "spring" (dict "datasource" $datasource) "management" $management }}
{{- mergeOverwrite $all (deepCopy .Values.config) | toJson }}
{{- end }}

{{/* The ports of all mail servers, from their addresses. */}}
{{- define "restante.mailPorts" -}}
{{- $standard := dict "imaps" 993 "imap" 143 "pop3s" 995 "pop3" 110 "smtps" 465 "smtp" 587 "sieve" 4190 }}
{{- $ports := list }}
{{- range .Values.servers }}
{{- range list .incoming .submission .sieve }}
{{- if . }}
{{- $scheme := regexFind "^[a-z0-9]+" . }}
{{- $own := regexFind ":[0-9]+([/?]|$)" (trimPrefix (printf "%s://" $scheme) .) | regexFind "[0-9]+" }}
{{- $ports = append $ports (int (default (get $standard $scheme) $own)) }}
{{- end }}
{{- end }}
{{- end }}
{{- $ports | uniq | toJson }}
{{- end }}

{{- define "restante.databasePort" -}}
{{- $own := regexFind "^jdbc:postgresql://[^/?]*:[0-9]+" .Values.database.url | regexFind "[0-9]+$" }}
{{- if $own }}{{ $own }}{{ else if .Values.database.url }}5432{{ else }}{{ .Values.database.port }}{{ end }}
{{- end }}

{{/* Refuses what cannot work, in words. */}}
{{- define "restante.check" -}}
{{- if not .Values.servers }}
{{- fail "servers is empty: name at least one mail server, such as --set servers.default.incoming=imaps://mail.example.org" }}
{{- end }}
{{- if not (or .Values.secret.existingSecret .Values.secret.value) }}
{{- fail "the server secret is missing: set secret.existingSecret to the name of a Secret, or secret.value to the output of: openssl rand -hex 32" }}
{{- end }}
{{- if not (or .Values.database.url (and .Values.database.existingSecret .Values.database.urlKey)) }}
{{- fail "the database is missing: set database.url, such as jdbc:postgresql://db.example.org/restante, or database.existingSecret and database.urlKey" }}
{{- end }}
{{- if not (or .Values.database.existingSecret .Values.database.password) }}
{{- fail "the database's password is missing: set database.existingSecret, or database.password" }}
{{- end }}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) }}
{{- fail "ingress.host is missing: the name that people type, such as mail.example.org" }}
{{- end }}
{{- if and .Values.gateway.enabled (not .Values.gateway.parentRefs) }}
{{- fail "gateway.parentRefs is empty: name the Gateway that the route hangs on" }}
{{- end }}
{{- if le (int .Values.terminationGracePeriodSeconds) (int .Values.drainSeconds) }}
{{- fail "terminationGracePeriodSeconds must be longer than drainSeconds: requests are finished after the drain" }}
{{- end }}
{{- end }}
