using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>One server for all tests of a class: each test works in names of its own.</summary>
public abstract class ServerFixture(ApiServerOptions options) : IAsyncLifetime
{
    private ApiServer? _server;

    public ApiServer Server
    {
        get
        {
            Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
            return _server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (ApiServer.SkipReason is not null)
            return;
        _server = await ApiServer.StartAsync(options);
        await PrepareAsync(_server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task PrepareAsync(ApiServer server) => Task.CompletedTask;
}

public sealed class KubernetesFixture() : ServerFixture(new ApiServerOptions { WithControllerManager = true });

public sealed class CustomResourcesFixture() : ServerFixture(new ApiServerOptions { Kind = ApiServerKind.CustomResources })
{
    protected override Task PrepareAsync(ApiServer server) => server.InstallAsync(Widget.Definition());
}
