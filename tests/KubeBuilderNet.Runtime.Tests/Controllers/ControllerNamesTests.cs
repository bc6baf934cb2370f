using KubeBuilderNet.Controllers;

namespace KubeBuilderNet.Runtime.Tests.Controllers;

public sealed class ControllerNamesTests
{
    [Theory]
    [InlineData("captain", "CaptainReconciler")]
    [InlineData("captain-backup", "CaptainBackupReconciler")]
    [InlineData("http-route2-backup", "HTTPRoute2BackupReconciler")]
    [InlineData("keeper", "Keeper")]
    [InlineData("reconciler", "Reconciler")]
    public void A_controller_is_called_after_its_reconciler(string name, string reconciler) =>
        Assert.Equal(name, ControllerNames.Default(reconciler, "Captain"));

    [Fact]
    public void A_reconciler_named_after_its_kind_gives_the_kind() =>
        Assert.Equal("httpclient", ControllerNames.Default("HTTPClientReconciler", "HTTPClient"));

    [Fact]
    public void A_name_that_is_taken_gets_a_number() =>
        Assert.Equal("captain-3", ControllerNames.Distinct("captain", new HashSet<string> { "captain", "captain-2" }));
}
