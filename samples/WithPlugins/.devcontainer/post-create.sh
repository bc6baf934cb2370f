#!/usr/bin/env bash
set -euo pipefail

dotnet tool restore
dotnet restore

KIND_VERSION=v0.30.0
curl --fail --location --silent --show-error --output /tmp/kind "https://kind.sigs.k8s.io/dl/${KIND_VERSION}/kind-linux-$(dpkg --print-architecture)"
sudo install /tmp/kind /usr/local/bin/kind
rm /tmp/kind

# Plain 'kbnet' is the version that the project names.
printf '#!/bin/sh\nexec dotnet kbnet "$@"\n' | sudo tee /usr/local/bin/kbnet > /dev/null
sudo chmod +x /usr/local/bin/kbnet
