using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Applying;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.IntegrationTests.Applying;

/// <summary>Several managers apply parts of one object; each keeps what is its own.</summary>
/// <remarks>Servers before 1.22 don't tell a manager's subresources apart.</remarks>
public abstract class ApplyConfigurationTests(ServerFixture fixture, string? statusOf)
{
    private static readonly ObjectKey Key = new("default", "shared");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ApplyOptions By(string manager, bool force = false, string? subresource = null) =>
        new() { FieldManager = manager, Force = force, Subresource = subresource };

    [Fact]
    public async Task Each_manager_keeps_sets_and_gives_up_what_is_its_own()
    {
        await fixture.Server.InstallAsync(Generated.Definition("crd/bases/apply.baihl.io_gadgets.yaml"));
        var client = fixture.Server.CreateClient();
        var one = new GadgetApplyConfiguration(Key)
        {
            Labels = new Dictionary<string, string> { ["one"] = "1" },
            Spec = new() { Replicas = 0, Hosts = ["a"], Settings = new Dictionary<string, string> { ["x"] = "y" } },
        };
        one.Spec.PortsBy("web").Number = 80;
        await client.ApplyAsync(one, By("one"), Token);
        var two = new GadgetApplyConfiguration(Key) { Labels = new Dictionary<string, string> { ["two"] = "2" }, Spec = new() { Paused = true, Hosts = ["b"] } };
        two.Spec.PortsBy("admin").Number = 81;
        var both = await client.ApplyAsync(two, By("two"), Token);
        Assert.Equal((0, true), (both.Spec.Replicas, both.Spec.Paused));
        Assert.Equal(["admin", "web"], both.Spec.Ports!.Select(port => port.Name).Order());
        Assert.Equal(["a", "b"], both.Spec.Hosts!.Order());

        // A field of another's is a conflict, unless it is taken over.
        var greedy = new GadgetApplyConfiguration(Key) { Spec = new() { Replicas = 7 } };
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => client.ApplyAsync(greedy, By("greedy"), Token))).IsConflict);
        both = await client.ApplyAsync(new GadgetApplyConfiguration(Key) { Status = new() { Ready = 3 } }, By("one-status", subresource: "status"), Token);
        Assert.Equal((0, 3), (both.Spec.Replicas, both.Status!.Ready));

        var own = GadgetApplyConfiguration.Extract(both, "one");
        Assert.Equal(one.ToJson().ToJsonString(), own.ToJson().ToJsonString());
        Assert.Equal(3, GadgetApplyConfiguration.Extract(both, "one-status", statusOf).Status!.Ready);
        Assert.Null(GadgetApplyConfiguration.Extract(both, "nobody").Spec);

        own.Spec!.PortsBy("web").Number = 8080;
        own.Spec.Hosts = null;
        own.Labels = null;
        var left = await client.ApplyAsync(own, By("one"), Token);
        Assert.Equal(8080, left.Spec.Ports!.Single(port => port.Name == "web").Number);
        Assert.Equal(["b"], left.Spec.Hosts);
        Assert.Equal(["two"], left.Metadata.Labels.Keys);

        own.ResourceVersion = both.Metadata.ResourceVersion;
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => client.ApplyAsync(own, By("one"), Token))).IsConflict);
    }
}

public sealed class ApplyConfigurationOnOldServerTests(KubernetesFixture fixture) : ApplyConfigurationTests(fixture, null), IClassFixture<KubernetesFixture>;

public sealed class ApplyConfigurationOnNewServerTests(CustomResourcesFixture fixture) : ApplyConfigurationTests(fixture, "status"), IClassFixture<CustomResourcesFixture>;
