using System.Diagnostics.CodeAnalysis;
using KubeBuilderNet.Client;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Runtime.Tests.Serving;

/// <summary>What a manager serves, on free ports of this machine, and somebody who asks.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly ManagerServer _server;
    private readonly HttpClient _http;

    [SuppressMessage("Security", "CA5359", Justification = "The certificate is what the test looks at.")]
    private TestServer(IHost host, ManagerServer server)
    {
        (_host, _server) = (host, server);
        // Each request makes a connection of its own, and so sees the certificate of now.
        _http = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.Zero,
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => (Subject = certificate?.Subject) is not null },
        });
    }

    internal ManagerState State => _host.Services.GetRequiredService<ManagerState>();

    internal IServiceProvider Services => _host.Services;

    internal IReadOnlyList<Uri> Addresses => _server.Addresses;

    internal string? Subject { get; private set; }

    internal static async Task<TestServer> StartAsync(Action<ManagerOptions> configure, IClient? client = null, TimeProvider? time = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(client ?? new MemoryClient());
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddKubeBuilder(configure);
        services?.Invoke(builder.Services);
        var host = builder.Build();
        var server = await ManagerServer.StartAsync(host.Services, host.Services.GetRequiredService<ManagerOptions>(), TestContext.Current.CancellationToken);
        return new TestServer(host, server!);
    }

    internal async Task<(int Status, string Body)> GetAsync(string path, string? token = null, int endpoint = 0, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Addresses[endpoint], path));
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _host.Dispose();
    }
}
