using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class KnownTypeNamesTests
{
    [Fact]
    public void Every_known_name_is_a_type_or_a_namespace()
    {
        var compilation = new GeneratorTest().Compile();
        var missing = typeof(KnownTypeNames).GetFields()
            .Where(field => field.Name is not (nameof(KnownTypeNames.ModelsNamespace) or nameof(KnownTypeNames.Annotations)))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => compilation.GetTypeByMetadataName(name) is null);
        Assert.Empty(missing);
        Assert.NotNull(compilation.GetTypeByMetadataName(KnownTypeNames.ModelsNamespace + ".V1Pod"));
    }
}
