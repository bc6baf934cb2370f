using System.Runtime.CompilerServices;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.KubernetesModels;

/// <summary>Schemas of the classes of one KubernetesClient assembly: what Kubernetes publishes, and what the class has beyond that.</summary>
/// <remarks>A pod template is hundreds of kilobytes of schema, so it is built once for an assembly and shared by all that mention it.</remarks>
internal sealed class ModelSchemas
{
    // Weak: the schemas live as long as the assembly's symbol, that is, as the compilations that refer to it.
    private static readonly ConditionalWeakTable<IAssemblySymbol, ModelSchemas> Known = new();

    private readonly IAssemblySymbol _assembly;
    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    private ModelSchemas(IAssemblySymbol assembly) => _assembly = assembly;

    public static Schema Of(INamedTypeSymbol type)
    {
        var models = Known.GetValue(type.ContainingAssembly, assembly => new ModelSchemas(assembly));
        lock (models._schemas)
            return models.Resolve(type.Name);
    }

    private Schema Resolve(string className)
    {
        if (FixedSchemas.TryGet(className, out var known))
            return known;
        if (_schemas.TryGetValue(className, out var schema))
            return schema;
        if (!_open.Add(className))
            return Schema.PreserveAnything;
        var type = _assembly.GetTypeByMetadataName($"{KnownTypeNames.ModelsNamespace}.{className}");
        var published = ModelReader.Instance.Read(className, Resolve) ?? new Schema { Type = "object" };
        schema = type is null || published.Type != "object" ? published : AddNewerProperties(published, type);
        schema = schema with { Origin = SchemaOrigin.KubernetesModel };
        _open.Remove(className);
        _schemas.Add(className, schema);
        return schema;
    }

    // KubernetesClient may be of a later Kubernetes than the document: what it can set must not be pruned.
    private Schema AddNewerProperties(Schema schema, INamedTypeSymbol type)
    {
        SortedDictionary<string, SchemaProperty>? all = null;
        foreach (var property in SerializedProperties.Of(type))
        {
            var name = property.JsonName;
            if (Contains(schema.Properties, name))
                continue;
            if (all is null)
            {
                all = new SortedDictionary<string, SchemaProperty>(StringComparer.Ordinal);
                foreach (var published in schema.Properties)
                    all.Add(published.Name, published);
            }
            all[name] = new SchemaProperty(name, new SchemaBuilder(null, Resolve, default).Build(property.Symbol.Type, SchemaTarget.None));
        }
        return all is null ? schema : schema with { Properties = all.Values.ToEquatableArray() };
    }

    private static bool Contains(EquatableArray<SchemaProperty> properties, string name)
    {
        foreach (var property in properties)
        {
            if (property.Name == name)
                return true;
        }
        return false;
    }
}
