using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks;
using KubeBuilderNet.Generators.Parsing.Naming;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Reads one class with <c>[CustomResource]</c>, whole: the only place where its symbols are seen.</summary>
internal sealed class CustomResourceParser
{
    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly CancellationToken _cancellation;
    private readonly Location? _location;
    private readonly List<DiagnosticInfo> _diagnostics = [];

    private CustomResourceParser(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        _type = (INamedTypeSymbol)context.TargetSymbol;
        _attribute = context.Attributes[0];
        _cancellation = cancellation;
        _location = _attribute.GetLocation(cancellation);
    }

    public static Result<CustomResourceModel> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var parser = new CustomResourceParser(context, cancellation);
        var model = parser.Parse(context.SemanticModel.Compilation);
        return new Result<CustomResourceModel>(model, parser._diagnostics.ToEquatableArray());
    }

    private CustomResourceModel? Parse(Compilation compilation)
    {
        // Arguments that don't compile are the compiler's to report.
        if (_attribute.Argument(0) is not string group || _attribute.Argument(1) is not string version)
            return null;
        var names = ReadNames(group);
        CheckNames(names, version);
        var namesAreGood = _diagnostics.Count == 0;
        var declarations = PartialDeclarations.Of(_type, _diagnostics, _cancellation);
        var (spec, status) = SpecAndStatus();
        if (spec is null)
            Report(DiagnosticDescriptors.NoSpec, _type.Name);
        var identity = declarations is not null && spec is not null && namesAreGood
            ? new CustomResourceIdentity(
                _type.ContainingNamespace.IsGlobalNamespace ? "" : _type.ContainingNamespace.ToDisplayString(),
                declarations.Value, _type.HintName(), names, version)
            : null;
        var schema = spec is null ? null : BuildSchema(compilation, spec, status);
        var columns = PrintColumnParser.Read(_type, schema, _diagnostics, _cancellation);
        if (schema is not null)
            DefinitionChecks.Run(_type, _attribute, names, schema, _diagnostics, _cancellation);
        return new CustomResourceModel(
            identity,
            new KindDeclaration(_type.FullName(), names, version, LocationInfo.From(_location)),
            _diagnostics.Count == 0 ? new CrdVersion(names, version, _type.FullName(), status is not null, schema!, columns) : null);
    }

    private Schema BuildSchema(Compilation compilation, ITypeSymbol spec, ITypeSymbol? status)
    {
        var builder = new SchemaBuilder(compilation, null, _cancellation);
        var schema = RootSchema.Build(_type, spec, status, builder, _location);
        _diagnostics.AddRange(builder.Diagnostics);
        return schema;
    }

    private ResourceNames ReadNames(string group)
    {
        const int cluster = 1;
        var kind = _attribute.Named("Kind") as string ?? _type.Name;
        return new ResourceNames
        {
            Group = group,
            Kind = kind,
            Plural = _attribute.Named("Plural") as string ?? Pluralizer.Pluralize(kind),
            Singular = _attribute.Named("Singular") as string ?? kind.ToLowerInvariant(),
            Scope = _attribute.Named("Scope") is cluster ? "Cluster" : "Namespaced",
            Categories = Texts("Categories"),
            ShortNames = Texts("ShortNames"),
        };
    }

    private EquatableArray<string> Texts(string name) => _attribute.NamedConstant(name) is { IsNull: false, Kind: TypedConstantKind.Array } array
        ? array.Values.Select(value => value.Value as string ?? "").ToEquatableArray()
        : EquatableArray<string>.Empty;

    private void CheckNames(ResourceNames names, string version)
    {
        Check("The group", names.Group, KubernetesNames.CheckGroup);
        Check("The version", version, KubernetesNames.CheckVersion);
        Check("The kind", names.Kind, KubernetesNames.CheckKind);
        Check("The plural", names.Plural, KubernetesNames.CheckResource);
        Check("The singular", names.Singular, KubernetesNames.CheckResource);
        foreach (var name in names.ShortNames)
            Check("The short name", name, KubernetesNames.CheckResource);
        foreach (var name in names.Categories)
            Check("The category", name, KubernetesNames.CheckResource);
    }

    private void Check(string what, string name, Func<string, string?> rule)
    {
        if (rule(name) is { } problem)
            Report(DiagnosticDescriptors.InvalidName, what, name, _type.Name, problem);
    }

    private (ITypeSymbol? Spec, ITypeSymbol? Status) SpecAndStatus()
    {
        for (var type = _type.BaseType; type is not null; type = type.BaseType)
        {
            if (!type.Is("KubeBuilderNet", "CustomResource"))
                continue;
            return type.TypeArguments.Length switch
            {
                2 => (type.TypeArguments[0], type.TypeArguments[1]),
                1 => (type.TypeArguments[0], null),
                _ => (null, null),
            };
        }
        return (null, null);
    }

    // Angle brackets have no place in a file's name.
    private void Report(DiagnosticDescriptor descriptor, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Create(descriptor, _location, arguments));
}
