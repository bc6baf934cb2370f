namespace KubeBuilderNet.IntegrationTests;

public sealed class SampleDefinitionTests(CustomResourcesFixture fixture) : IClassFixture<CustomResourcesFixture>
{
    [Fact]
    public async Task The_samples_definition_is_accepted_by_a_late_server_too() =>
        await fixture.Server.InstallAsync(Generated.Definition("crd/bases/apps.baihl.io_httpclients.yaml"));
}
