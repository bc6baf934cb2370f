// SPDX-License-Identifier: Apache-2.0

using KubeBuilderNet.Hosting;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddKubeBuilder().AddGeneratedControllers();
await builder.Build().RunAsync();
