{{- /* The chart's name. */}}
{{- define "with-plugins.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- /* What every name begins with: the release's name, with the chart's unless it has it. */}}
{{- define "with-plugins.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := include "with-plugins.name" . }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{- /* An object's name: what every name begins with, cut so that the rest fits into 63 characters. */}}
{{- define "with-plugins.resourceName" -}}
{{- $start := include "with-plugins.fullname" .context | trunc (int (sub 62 (len .suffix))) | trimSuffix "-" }}
{{- printf "%s-%s" $start .suffix }}
{{- end }}

{{- define "with-plugins.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- /* The account that the operator runs under. */}}
{{- define "with-plugins.serviceAccountName" -}}
{{- if .Values.serviceAccount.name }}
{{- .Values.serviceAccount.name }}
{{- else if .Values.serviceAccount.enabled }}
{{- include "with-plugins.resourceName" (dict "suffix" "controller-manager" "context" .) }}
{{- else }}
{{- fail "serviceAccount.name must name an account when serviceAccount.enabled is false" }}
{{- end }}
{{- end }}

{{- /* The operator's image. */}}
{{- define "with-plugins.image" -}}
{{- with .Values.manager.image }}
{{- if .digest }}
{{- printf "%s@%s" .repository .digest }}
{{- else }}
{{- printf "%s:%s" .repository (default $.Chart.AppVersion .tag) }}
{{- end }}
{{- end }}
{{- end }}
