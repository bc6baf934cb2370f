using System.Reflection;
using k8s;
using k8s.Models;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Tests;

public class KubernetesKindTests
{
    [Fact]
    public void The_table_has_what_KubernetesClient_has_classes_for_and_can_be_watched() => Assert.Equal(
        typeof(V1Pod).Assembly.GetTypes()
            .Where(type => typeof(IKubernetesObject<V1ObjectMeta>).IsAssignableFrom(type))
            .Select(type => (Type: type, Entity: type.GetCustomAttribute<KubernetesEntityAttribute>()))
            .Where(model => model.Entity is { PluralName.Length: > 0 })
            .Select(model => $"{model.Entity!.Group}/{model.Entity.ApiVersion} {model.Entity.Kind} {model.Entity.PluralName} {model.Type.Name}")
            .Order(StringComparer.Ordinal),
        KubernetesKind.All.Select(kind => $"{kind.Group}/{kind.Version} {kind.Kind} {kind.Plural} {kind.Class}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("core", "v1", "Pod", "V1Pod", "core", "")]
    [InlineData("", "v1", "Pod", "V1Pod", "core", "")]
    [InlineData("apps", "v1", "Deployment", "V1Deployment", "apps", "")]
    [InlineData("networking", "v1", "Ingress", "V1Ingress", "networking", "k8s.io")]
    [InlineData("networking.k8s.io", "v1", "Ingress", "V1Ingress", "networking", "k8s.io")]
    [InlineData("rbac.authorization", "v1", "Role", "V1Role", "rbac.authorization", "k8s.io")]
    public void Kinds_are_found_by_their_groups_as_people_write_them(string group, string version, string kind, string @class, string projectGroup, string domain)
    {
        var found = KubernetesKind.Find(group, version, kind, out _);
        Assert.Equal(@class, found?.Class);
        Assert.Equal((projectGroup, domain), (found!.ToResource().Group, found.ToResource().Domain));
    }

    [Theory]
    [InlineData("apps", true)]
    [InlineData("shop", false)]
    public void An_unknown_kind_is_told_from_an_unknown_group(string group, bool isGroup)
    {
        Assert.Null(KubernetesKind.Find(group, "v1", "Foo", out var found));
        Assert.Equal(isGroup, found);
    }
}
