// SPDX-License-Identifier: Apache-2.0

using System.Reflection;
using KubeBuilderNet;

namespace WithPlugins.Tests;

public sealed class DefinitionTests(ApiServerFixture cluster)
{
    // The build puts each CRD into the assembly, too.
    private static readonly IReadOnlyList<string> Definitions =
    [
        .. Assembly.Load("with-plugins").GetCustomAttributes<KubernetesManifestAttribute>()
            .Select(manifest => manifest.Path).Where(path => path.StartsWith("crd/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_definition_is_deployed()
    {
        var listed = File.ReadAllText(Path.Combine(Root(), "config", "crd", "kustomization.yaml"));
        Assert.All(Definitions, path => Assert.Contains(path["crd/".Length..], listed, StringComparison.Ordinal));
    }

    [Fact]
    public void An_API_server_takes_every_definition() =>
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? ""); // The fixture installed them.

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PROJECT")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no PROJECT above the tests");
        return folder.FullName;
    }
}
