// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using KubeBuilderNet.Client;
using KubeBuilderNet.Testing;

[assembly: AssemblyFixture(typeof(WithPlugins.Tests.ApiServerFixture))]

namespace WithPlugins.Tests;

/// <summary>A real API server with the project's CRDs, started once for all tests that ask for it.</summary>
/// <remarks>It needs a folder with etcd and kube-apiserver, which KUBEBUILDER_ASSETS names; without it such tests skip.</remarks>
public sealed class ApiServerFixture : IAsyncLifetime
{
    private ApiServer? _server;
    private IClient? _client;

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? SkipReason => ApiServer.SkipReason;

    /// <summary>A client with all rights.</summary>
    public IClient Client => _client ?? throw new InvalidOperationException(SkipReason);

    public async ValueTask InitializeAsync()
    {
        if (SkipReason is not null)
            return;
        _server = await ApiServer.StartAsync();
        await _server.InstallAsync(Assembly.Load("with-plugins"));
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
