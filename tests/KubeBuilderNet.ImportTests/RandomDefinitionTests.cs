using CsCheck;
using KubeBuilderNet.ImportTests.Support;

namespace KubeBuilderNet.ImportTests;

public class RandomDefinitionTests
{
    [Fact]
    public void Whatever_a_definition_says_importing_and_building_it_gives_it_again() =>
        RandomSchemas.Definition.Sample(crd => OddCrd.AssertSame(crd), iter: 60, threads: 1, print: crd => crd.ToJsonString());
}
