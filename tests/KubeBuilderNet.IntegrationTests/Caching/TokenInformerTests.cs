using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.IntegrationTests.Caching;

/// <summary>A cache of somebody who has nothing but a server's address, its certificate and a token.</summary>
public sealed class TokenInformerTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static readonly ObjectKey Account = new("default", "watcher");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_alone_lists_and_watches(bool streamed)
    {
        var admin = fixture.Server.CreateClient();
        using var rest = new RestClient(await ConfigurationAsync(admin));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var informer = new SharedInformer<V1ConfigMap>(new KubernetesApiClient(rest), NullLogger.Instance, new() { Namespaces = ["default"], StreamLists = streamed });
        var running = informer.RunAsync(stop.Token);
        await informer.WaitForSyncAsync(Token);

        var name = streamed ? "streamed" : "listed";
        await admin.CreateAsync(new V1ConfigMap { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" } }, cancellationToken: Token);
        await Eventually.True(() => informer.Lister.Find(new ObjectKey("default", name)) is not null);
        await stop.CancelAsync();
        await running;
    }

    private async Task<KubernetesClientConfiguration> ConfigurationAsync(IClient admin)
    {
        await admin.CreateOrPatchAsync<V1ServiceAccount>(Account, static _ => { }, Token);
        await admin.CreateOrPatchAsync<V1Role>(Account, static role => role.Rules = [new V1PolicyRule { ApiGroups = [""], Resources = ["configmaps"], Verbs = ["list", "watch"] }], Token);
        await admin.CreateOrPatchAsync<V1RoleBinding>(Account, static binding =>
        {
            binding.RoleRef = new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = Account.Name };
            binding.Subjects = [new Rbacv1Subject { Kind = "ServiceAccount", Name = Account.Name, NamespaceProperty = Account.Namespace }];
        }, Token);
        var request = new Authenticationv1TokenRequest { ApiVersion = "authentication.k8s.io/v1", Kind = "TokenRequest", Spec = new V1TokenRequestSpec { Audiences = [] } };
        var token = await admin.CreateSubresourceAsync<V1ServiceAccount, Authenticationv1TokenRequest, Authenticationv1TokenRequest>(Account, "token", request, cancellationToken: Token);
        return new KubernetesClientConfiguration { Host = fixture.Server.Configuration.Host, SkipTlsVerify = true, AccessToken = token.Status.Token };
    }
}
