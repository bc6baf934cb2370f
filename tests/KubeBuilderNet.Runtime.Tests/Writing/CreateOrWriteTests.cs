using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Owners;

namespace KubeBuilderNet.Runtime.Tests.Writing;

public sealed class CreateOrWriteTests
{
    private readonly MemoryClient _client = new();

    public static TheoryData<bool> Ways => [true, false];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_not_there_is_created_with_its_name_and_kind(bool patches)
    {
        var (map, outcome) = await WriteAsync(patches, static map => map.Data = Data("1"));
        Assert.Equal((WriteOutcome.Created, "v1", "ConfigMap", "1"), (outcome, map.ApiVersion, map.Kind, map.Data["size"]));
        Assert.Equal(Thing.Key("a"), ObjectKey.Of(map));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_as_it_should_be_is_left_alone(bool patches)
    {
        await WriteAsync(patches, static map => map.Data = Data("1"));
        _client.Requests.Clear();
        var (map, outcome) = await WriteAsync(patches, static map => map.Data = Data("1"));
        Assert.Equal((WriteOutcome.Unchanged, "1"), (outcome, map.Metadata.ResourceVersion));
        Assert.Equal(["get ConfigMap default/a"], _client.Requests);
    }

    [Theory]
    [InlineData(true, "patch ConfigMap default/a")]
    [InlineData(false, "update ConfigMap default/a")]
    public async Task What_differs_is_sent(bool patches, string request)
    {
        await WriteAsync(patches, static map => map.Data = Data("1"));
        var (map, outcome) = await WriteAsync(patches, static map => map.Data["size"] = "2");
        Assert.Equal((WriteOutcome.Updated, "2", "2"), (outcome, map.Data["size"], map.Metadata.ResourceVersion));
        Assert.Equal(request, _client.Requests.Last());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_status_alone_is_no_difference(bool patches)
    {
        var key = Thing.Key("pod");
        Task<Written<V1Pod>> Write(Action<V1Pod> change) => patches ? _client.CreateOrPatchAsync(key, change, Token) : _client.CreateOrUpdateAsync(key, change, Token);
        await Write(static _ => { });
        Assert.Equal(WriteOutcome.Unchanged, (await Write(static pod => pod.Status = new V1PodStatus { Phase = "Running" })).Outcome);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_was_overtaken_hears_of_a_conflict(bool patches)
    {
        await WriteAsync(patches, static map => map.Data = Data("1"));
        var refusal = await Assert.ThrowsAsync<KubernetesApiException>(() => WriteAsync(patches, map =>
        {
            _client.PatchAsync<V1ConfigMap>(Thing.Key("a"), Patch.Merge(new() { ["data"] = new System.Text.Json.Nodes.JsonObject { ["size"] = "3" } }), null, Token).Wait(Token);
            map.Data = Data("2");
        }));
        Assert.True(refusal.IsConflict);
        Assert.Equal("3", (await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token)).Data["size"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_name_is_not_to_be_touched(bool patches)
    {
        Task Renamed() => WriteAsync(patches, static map => map.Metadata.Name = "b");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(Renamed);
        Assert.Equal("The change of ConfigMap default/a touches its name or namespace, and these can't be changed.", refusal.Message);
        Assert.Equal(["get ConfigMap default/a"], _client.Requests);
        await _client.CreateAsync(Thing.Of("a"), null, Token);
        await Assert.ThrowsAsync<InvalidOperationException>(Renamed);
    }

    [Fact]
    public async Task An_owner_is_set_in_the_same_breath()
    {
        var owner = await _client.CreateAsync(Thing.Of("owner"), null, Token);
        await WriteAsync(patches: true, map => OwnerReferences.SetControllerReference(owner, map));
        var (map, outcome) = await WriteAsync(patches: true, map => OwnerReferences.SetControllerReference(owner, map));
        Assert.Equal(WriteOutcome.Unchanged, outcome);
        Assert.True(map.IsControlledBy(owner));
    }

    private Task<Written<V1ConfigMap>> WriteAsync(bool patches, Action<V1ConfigMap> change) => patches
        ? _client.CreateOrPatchAsync(Thing.Key("a"), change, Token)
        : _client.CreateOrUpdateAsync(Thing.Key("a"), change, Token);

    private static Dictionary<string, string> Data(string size) => new() { ["size"] = size };
}
