using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Owners;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests.Owning;

[Collection(SharedKubernetes.Name)]
public sealed class OwningTests(KubernetesFixture fixture) : NamespacedTests(fixture)
{
    private const string Holder = "tests.baihl.io/hold";

    [Fact]
    public async Task What_is_owned_is_made_again_when_it_is_deleted()
    {
        await using var running = await StartAsync();
        await OwnerAsync("a");
        var first = await SecretAsync("a");
        await Client.DeleteAsync(first, cancellationToken: Token);
        var second = await SecretAsync("a", secret => secret.Metadata.Uid != first.Metadata.Uid);
        Assert.Equal("one", Text(second));
    }

    [Fact]
    public async Task What_is_owned_is_mended_when_another_changes_it()
    {
        await using var running = await StartAsync();
        var owner = await OwnerAsync("a");
        var secret = await SecretAsync("a");
        await Client.PatchAsync<V1Secret>(Key("a"), Merge("data", new JsonObject { [Keeper.Field] = "eA==", ["other"] = "eA==" }), cancellationToken: Token);
        secret = await SecretAsync("a", changed => changed.Metadata.ResourceVersion != secret.Metadata.ResourceVersion && changed.Data.Count == 1);
        Assert.Equal("one", Text(secret));
        await Client.PatchAsync<V1Secret>(Key("a"), Merge("metadata", new JsonObject { ["ownerReferences"] = null }), cancellationToken: Token);
        await SecretAsync("a", changed => changed.IsControlledBy(owner));
        await Client.PatchAsync<V1ConfigMap>(Key("a"), Merge("data", new JsonObject { [Keeper.Field] = "two" }), cancellationToken: Token);
        await SecretAsync("a", static changed => Text(changed) == "two");
    }

    [Fact]
    public async Task What_is_owned_goes_after_its_owner()
    {
        await using var running = await StartAsync();
        await HeldAsync("a");
        await DeleteOwnerAsync("a", "Background");
        Assert.Null(await Client.FindAsync<V1ConfigMap>(Key("a"), Token));
        await SecretAsync("a", static secret => secret.IsBeingDeleted());
        await ReleaseAsync("a");
        await GoneAsync<V1Secret>("a");
    }

    [Fact]
    public async Task What_is_owned_goes_before_its_owner_and_is_not_made_again()
    {
        await using var running = await StartAsync();
        await HeldAsync("a");
        await DeleteOwnerAsync("a", "Foreground");
        await SecretAsync("a", static secret => secret.IsBeingDeleted());
        Assert.True((await Client.GetAsync<V1ConfigMap>(Key("a"), Token)).IsBeingDeleted());
        await ReleaseAsync("a");
        await GoneAsync<V1ConfigMap>("a");
        Assert.Null(await Client.FindAsync<V1Secret>(Key("a"), Token));
    }

    [Fact]
    public async Task What_was_owned_may_stay_and_the_next_owner_adopts_it()
    {
        await using var running = await StartAsync();
        await OwnerAsync("a");
        var secret = await SecretAsync("a");
        await DeleteOwnerAsync("a", "Orphan");
        await GoneAsync<V1ConfigMap>("a");
        Assert.Empty((await Client.GetAsync<V1Secret>(Key("a"), Token)).Metadata.OwnerReferences ?? []);

        var heir = await OwnerAsync("a");
        var adopted = await SecretAsync("a", changed => changed.IsControlledBy(heir));
        Assert.Equal(secret.Metadata.Uid, adopted.Metadata.Uid);
    }

    [Fact]
    public async Task What_nobody_controls_is_adopted_and_keeps_its_other_owners()
    {
        var other = await Client.CreateAsync(new V1ServiceAccount { Metadata = Named("other") }, cancellationToken: Token);
        var reference = new V1OwnerReference { ApiVersion = "v1", Kind = "ServiceAccount", Name = "other", Uid = other.Metadata.Uid };
        var found = await Client.CreateAsync(new V1Secret { Metadata = Named("a") with { OwnerReferences = [reference], Labels = new Dictionary<string, string> { ["mine"] = "yes" } } }, cancellationToken: Token);
        await using var running = await StartAsync();
        var owner = await OwnerAsync("a");
        var adopted = await SecretAsync("a", changed => changed.IsControlledBy(owner));
        Assert.Equal((found.Metadata.Uid, "one", "yes"), (adopted.Metadata.Uid, Text(adopted), adopted.Metadata.Labels["mine"]));
        Assert.Equal([other.Metadata.Uid, owner.Metadata.Uid], adopted.Metadata.OwnerReferences.Select(static reference => reference.Uid));
    }

    [Fact]
    public async Task What_another_controls_is_left_alone_and_the_reconcile_says_so()
    {
        var other = await Client.CreateAsync(new V1ConfigMap { Metadata = Named("other"), Data = Of("other") }, cancellationToken: Token);
        var theirs = new V1Secret { Metadata = Named("a") };
        OwnerReferences.SetControllerReference(other, theirs);
        theirs = await Client.CreateAsync(theirs, cancellationToken: Token);
        await using var running = await StartAsync();
        await OwnerAsync("a");
        await Eventually.True(() => running.HasLogged(LogLevel.Error, "'a' is controlled by ConfigMap 'other' already."));
        Assert.Equal(theirs.Metadata.ResourceVersion, (await Client.GetAsync<V1Secret>(Key("a"), Token)).Metadata.ResourceVersion);

        await Client.DeleteAsync(theirs, cancellationToken: Token);
        Assert.Equal("one", Text(await SecretAsync("a", secret => secret.Metadata.Uid != theirs.Metadata.Uid)));
    }

    [Fact]
    public async Task An_owner_of_the_same_name_does_not_take_its_predecessors_for_its_own()
    {
        await using var running = await StartAsync();
        var old = await HeldAsync("a");
        await DeleteOwnerAsync("a", "Background");
        var heir = await OwnerAsync("a", "two");
        await SecretAsync("a", static secret => secret.IsBeingDeleted());
        var left = await Client.GetAsync<V1Secret>(Key("a"), Token);
        Assert.Equal((old.Metadata.Uid, "one", false), (left.Metadata.Uid, Text(left), left.IsControlledBy(heir)));
        await ReleaseAsync("a");
        var made = await SecretAsync("a", secret => secret.IsControlledBy(heir));
        Assert.Equal("two", Text(made));
    }

    [Fact]
    public async Task Something_else_of_the_name_is_not_adopted_instead_of_what_was_read()
    {
        var owner = await Client.CreateAsync(new V1ConfigMap { Metadata = Named("a"), Data = Of("one") }, cancellationToken: Token);
        var read = await Client.CreateAsync(new V1Secret { Metadata = Named("a") }, cancellationToken: Token);
        var adopted = read with { Metadata = read.Metadata with { } };
        OwnerReferences.SetControllerReference(owner, adopted);
        await Client.DeleteAsync(read, cancellationToken: Token);
        var other = await Client.CreateAsync(new V1Secret { Metadata = Named("a") }, cancellationToken: Token);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() =>
            Client.PatchAsync<V1Secret>(Key("a"), Patch.MergeFrom(read, adopted, Client.Json)!, cancellationToken: Token));
        Assert.True(error.IsConflict);
        Assert.Equal(other.Metadata.ResourceVersion, (await Client.GetAsync<V1Secret>(Key("a"), Token)).Metadata.ResourceVersion);
    }

    private Task<TestOperator> StartAsync() =>
        TestOperator.StartAsync(Server, Namespace, static operators => operators.AddController<V1ConfigMap, Keeper>(static controller => controller.Owns<V1Secret>()));

    private Task<V1ConfigMap> OwnerAsync(string name, string text = "one") =>
        Client.CreateAsync(new V1ConfigMap { Metadata = Named(name), Data = Of(text) }, cancellationToken: Token);

    // An owner whose Secret has a finalizer, so that its end can be looked at.
    private async Task<V1Secret> HeldAsync(string name)
    {
        await OwnerAsync(name);
        return await Client.EnsureFinalizerAsync(await SecretAsync(name), Holder, Token);
    }

    private async Task ReleaseAsync(string name) => await Client.RemoveFinalizerAsync(await Client.GetAsync<V1Secret>(Key(name), Token), Holder, Token);

    private Task DeleteOwnerAsync(string name, string policy) => Client.DeleteAsync<V1ConfigMap>(Key(name), new DeleteOptions { PropagationPolicy = policy }, Token);

    private async Task<V1Secret> SecretAsync(string name, Func<V1Secret, bool>? condition = null)
    {
        V1Secret? secret = null;
        await Eventually.True(async () => (secret = await Client.FindAsync<V1Secret>(Key(name), Token)) is not null && condition?.Invoke(secret) != false);
        return secret!;
    }

    private Task GoneAsync<T>(string name)
        where T : class, k8s.IKubernetesObject<V1ObjectMeta> => Eventually.True(async () => await Client.FindAsync<T>(Key(name), Token) is null);

    private static Patch Merge(string part, JsonObject fields) => Patch.Merge(new JsonObject { [part] = fields });

    private static Dictionary<string, string> Of(string text) => new() { [Keeper.Field] = text };

    private static string Text(V1Secret secret) => Encoding.UTF8.GetString(secret.Data[Keeper.Field]);
}
