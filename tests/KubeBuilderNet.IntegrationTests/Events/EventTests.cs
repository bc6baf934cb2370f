using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Events;
using KubeBuilderNet.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.IntegrationTests.Events;

public sealed class EventTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_of_custom_and_of_cluster_scoped_objects_are_taken_and_repeated_ones_counted()
    {
        await fixture.Server.InstallAsync(Widget.Definition());
        var client = fixture.Server.CreateClient();
        var widget = await client.CreateAsync(Widget.Named("told"), cancellationToken: Token);
        var node = await client.CreateAsync(new V1Node { Metadata = new V1ObjectMeta { Name = "told" } }, cancellationToken: Token);
        using var host = Build();
        var recorder = host.Services.GetRequiredService<IEventRecorder>();

        recorder.Normal(widget, "Painted", "Paint", "It is red", node);
        recorder.Normal(widget, "Painted", "Paint", "It is red", node);
        recorder.Warning(node, "Rusty", "Look", new string('ä', 2000));

        await Eventually.True(async () => (await EventsAsync(client, "Widget")).Exists(static e => e.Series is { Count: 2 }));
        var painted = Assert.Single(await EventsAsync(client, "Widget"));
        Assert.Equal(("default", widget.Metadata.Uid, "tests.baihl.io/v1"), (painted.Metadata.NamespaceProperty, painted.Regarding.Uid, painted.Regarding.ApiVersion));
        Assert.Equal(("Normal", "Painted", "Paint", "It is red", "told"), (painted.Type, painted.Reason, painted.Action, painted.Note, painted.Related.Name));
        await Eventually.True(async () => (await EventsAsync(client, "Node")).Count == 1);
        Assert.Equal(512, (await EventsAsync(client, "Node"))[0].Note.Length);

        // What kubectl describe reads.
        var seen = await client.ListPageAsync<Corev1Event>(new ListOptions { Namespace = "default", FieldSelector = $"involvedObject.uid={widget.Metadata.Uid}" }, Token);
        Assert.Equal("It is red", Assert.Single(seen.Items).Message);
    }

    private static async Task<List<Eventsv1Event>> EventsAsync(IClient client, string kind) =>
        [.. (await client.ListAsync<Eventsv1Event>(cancellationToken: Token)).Items.Where(e => e.Regarding.Kind == kind)];

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKubeBuilder(options => options.KubeconfigPath = fixture.Server.KubeconfigPath);
        return builder.Build();
    }
}
