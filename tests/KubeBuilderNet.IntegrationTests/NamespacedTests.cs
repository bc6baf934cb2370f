using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>Tests that share a server; each has a namespace of its own.</summary>
public abstract class NamespacedTests(ServerFixture fixture) : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected ApiServer Server => fixture.Server;

    protected string Namespace { get; } = "t" + Guid.NewGuid().ToString("n")[..8];

    protected IClient Client { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Client = Server.CreateClient();
        await Client.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = Namespace } }, cancellationToken: Token);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected ObjectKey Key(string name) => new(Namespace, name);

    protected V1ObjectMeta Named(string name) => new() { Name = name, NamespaceProperty = Namespace };
}

/// <summary>Test classes that take turns at one Kubernetes server with its controller manager.</summary>
[CollectionDefinition(Name)]
public sealed class SharedKubernetes : ICollectionFixture<KubernetesFixture>
{
    public const string Name = "Kubernetes";
}
