using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.IntegrationTests.ClientSets;

public sealed class ClientSetTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static readonly V1ObjectMeta North = new() { Name = "north" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_set_has_the_verbs_of_each_kind_of_its_version()
    {
        await InstallAsync();
        using var rest = fixture.Server.CreateRestClient();
        var books = new BooksV1Client(rest);
        await books.Branches.CreateAsync(new Branch { Metadata = new V1ObjectMeta { Name = "south" }, Spec = new() { City = "Rome" } }, null, Token);
        await books.Ledgers.CreateAsync(Ledger("bought", "south"), null, Token);

        Assert.Equal("Rome", (await books.Branches.GetAsync(new ObjectKey("south"), null, Token)).Spec.City);
        await books.Ledgers.PatchAsync(new ObjectKey("default", "bought"), Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["branch"] = "west" } }), null, Token);
        var ledgers = await books.Ledgers.ListAsync(new ListOptions { Namespace = "default", FieldSelector = "metadata.name=bought" }, Token);
        Assert.Equal("west", Assert.Single(ledgers.Items).Spec.Branch);

        await books.Ledgers.DeleteAsync(new ObjectKey("default", "bought"), null, Token);
        Assert.Null(await books.Ledgers.FindAsync(new ObjectKey("default", "bought"), null, Token));
    }

    [Fact]
    public async Task An_operator_gets_client_sets_and_filled_listers_as_services()
    {
        await InstallAsync();
        using var rest = fixture.Server.CreateRestClient();
        var books = new BooksV1Client(rest);
        await books.Branches.CreateAsync(new Branch { Metadata = North, Spec = new() { City = "Oslo" } }, null, Token);
        await books.Ledgers.CreateAsync(Ledger("sold", "north"), null, Token);

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKubeBuilder(options => options.KubeconfigPath = fixture.Server.KubeconfigPath).AddController<Ledger, LedgerReconciler>();
        builder.Services.AddSingleton<BooksV1Client>().AddSingleton<BooksV1Listers>();
        using var host = builder.Build();
        await host.StartAsync(Token);
        await Eventually.True(async () => (await books.Ledgers.GetAsync(new ObjectKey("default", "sold"), null, Token)).Status is not null);
        // It would be "nowhere" if the operator had begun before it had all branches.
        Assert.Equal("Oslo", (await books.Ledgers.GetAsync(new ObjectKey("default", "sold"), null, Token)).Status!.City);
        await host.StopAsync(Token);
    }

    private Task InstallAsync() => fixture.Server.InstallAsync(
        Generated.Definition("crd/bases/books.baihl.io_branches.yaml"), Generated.Definition("crd/bases/books.baihl.io_ledgers.yaml"));

    private static Ledger Ledger(string name, string branch) =>
        new() { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" }, Spec = new() { Branch = branch } };

    private sealed class LedgerReconciler(BooksV1Client books, BooksV1Listers listers) : IReconciler<Ledger>
    {
        private readonly ILister<Branch> _branches = listers.Branches;

        public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            if (listers.Ledgers.Find(request.Key) is not { Status: null } ledger)
                return ReconcileResult.Done;
            var city = _branches.Find(new ObjectKey(ledger.Spec.Branch))?.Spec.City ?? "nowhere";
            var patch = Patch.Merge(new JsonObject { ["status"] = new JsonObject { ["city"] = city } });
            await books.Ledgers.PatchAsync(request.Key, patch, new PatchOptions { Subresource = "status" }, cancellationToken);
            return ReconcileResult.Done;
        }
    }
}
