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
    public void An_owner_that_is_not_stored_is_refused()
    {
        var owner = Thing.Of("owner");
        owner.Metadata.Uid = null;
        Assert.Throws<InvalidOperationException>(() => OwnerReferences.SetControllerReference(owner, Thing.Of("owned")));
    }
}
