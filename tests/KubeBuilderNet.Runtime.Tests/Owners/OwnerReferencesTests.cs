using k8s.Models;
using KubeBuilderNet.Owners;

namespace KubeBuilderNet.Runtime.Tests.Owners;

public sealed class OwnerReferencesTests
{
    [Fact]
    public void Setting_it_again_leaves_one_reference()
    {
        var owned = Thing.Of("owned");
        OwnerReferences.SetControllerReference(Thing.Of("owner"), owned);
        OwnerReferences.SetControllerReference(Thing.Of("owner"), owned);
        var reference = Assert.Single(owned.Metadata.OwnerReferences);
        Assert.Equal(("v1", "ConfigMap", "owner", "uid-owner", true), (reference.ApiVersion, reference.Kind, reference.Name, reference.Uid, reference.Controller));
    }

    [Fact]
    public void An_owner_becomes_the_controller_in_its_place()
    {
        var owned = Thing.Of("owned");
        owned.Metadata.OwnerReferences = [Reference("owner"), Reference("other")];
        OwnerReferences.SetControllerReference(Thing.Of("owner"), owned);
        Assert.Equal([("uid-owner", true), ("uid-other", null)], owned.Metadata.OwnerReferences.Select(static reference => (reference.Uid, reference.Controller)));
    }

    [Fact]
    public void A_second_controller_is_refused()
    {
        var owned = Thing.Of("owned");
        OwnerReferences.SetControllerReference(Thing.Of("owner"), owned);
        var error = Assert.Throws<InvalidOperationException>(() => OwnerReferences.SetControllerReference(Thing.Of("other"), owned));
        Assert.Contains("owner", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_in_another_namespace_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => OwnerReferences.SetControllerReference(Thing.Of("owner", 1, "one"), Thing.Of("owned", 1, "two")));

    [Fact]
    public void A_cluster_scoped_object_is_not_owned_by_a_namespaced_one()
    {
        var role = new V1ClusterRole { Metadata = new V1ObjectMeta { Name = "role" } };
        var error = Assert.Throws<InvalidOperationException>(() => OwnerReferences.SetControllerReference(Thing.Of("owner"), role));
        Assert.Equal("ConfigMap default/owner is namespaced and can't own a cluster-scoped object, or one whose namespace isn't set yet.", error.Message);
    }

    [Fact]
    public void A_cluster_scoped_owner_owns_in_any_namespace()
    {
        var role = new V1ClusterRole { Metadata = new V1ObjectMeta { Name = "role", Uid = "uid-role" } };
        var owned = Thing.Of("owned");
        OwnerReferences.SetControllerReference(role, owned);
        Assert.True(owned.IsControlledBy(role));
    }

    [Fact]
    public void An_owner_that_is_not_stored_is_refused()
    {
        var owner = Thing.Of("owner");
        owner.Metadata.Uid = null;
        Assert.Throws<InvalidOperationException>(() => OwnerReferences.SetControllerReference(owner, Thing.Of("owned")));
    }

    private static V1OwnerReference Reference(string name) => new() { ApiVersion = "v1", Kind = "ConfigMap", Name = name, Uid = "uid-" + name };
}
