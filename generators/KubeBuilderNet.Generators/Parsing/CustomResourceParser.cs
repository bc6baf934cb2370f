using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks;
using KubeBuilderNet.Generators.Parsing.Clients;
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
        var names = ResourceNamesReader.Read(_type, _attribute, group);
        CheckNames(names, version);
        var namesAreGood = !_diagnostics.Exists(found => found.IsError);
        var declarations = PartialDeclarations.Of(_type, _diagnostics, _cancellation);
        var @base = ResourceBase.Of(_type);
        if (@base is null)
            Report(DiagnosticDescriptors.NoCustomResource, _type.Name);
        var identity = declarations is not null && @base is not null && namesAreGood
            ? new CustomResourceIdentity(
                _type.ContainingNamespace.IsGlobalNamespace ? "" : _type.ContainingNamespace.ToDisplayString(),
                declarations, _type.HintName(), names, version)
            : null;
        var attributes = DeclaredAttributes.Of(_type);
        var definition = DefinitionAttributes.Read(attributes.All);
        var schema = @base is null ? null : BuildSchema(compilation, attributes, definition, @base);
        var columns = PrintColumnParser.Read(_type, schema, _diagnostics, _cancellation);
        if (schema is not null)
            DefinitionChecks.Run(_type, _attribute, names, schema, _diagnostics, _cancellation);
        return new CustomResourceModel(
            identity,
            new KindDeclaration(_type.FullName(), names, version, definition.Use, LocationInfo.From(_location)) { IsApproved = DefinitionNames.IsApproved(_type) },
            !_diagnostics.Exists(found => found.IsError) ? Version(names, version, schema!, definition, columns) : null,
            identity is null ? null : ClientKindReader.Read(_type, identity));
    }

    private Schema BuildSchema(Compilation compilation, DeclaredAttributes attributes, DefinitionAttributes definition, ResourceBase @base)
    {
        var builder = new SchemaBuilder(compilation, null, _cancellation);
        var schema = RootSchema.Build(_type, attributes, definition, @base, builder, _location);
        _diagnostics.AddRange(builder.Diagnostics);
        return schema;
    }

    private CrdVersion Version(ResourceNames names, string version, Schema schema, DefinitionAttributes definition, EquatableArray<PrintColumn> columns) => new()
    {
        Names = names,
        Name = version,
        Use = definition.Use,
        Schema = schema,
        Subresources = new Subresources(
            _attribute.Named("StatusSubresource") as bool? ?? schema.Properties.Any(property => property.Name == "status"),
            definition.Scale,
            _attribute.Named("EmptySubresources") as bool? ?? columns.Count > 0),
        PrintColumns = columns,
        SelectableFields = definition.SelectableFields,
        Deprecation = definition.Deprecation,
        Labels = definition.Labels,
        Annotations = definition.Annotations,
        Conversion = definition.Conversion,
    };

    private void CheckNames(ResourceNames names, string version)
    {
        Check("The group", names.Group, KubernetesNames.CheckGroup);
        Check("The version", version, KubernetesNames.CheckVersion);
        Check("The kind", names.Kind, KubernetesNames.CheckKind);
        Check("The plural", names.Plural, KubernetesNames.CheckResource);
        if (names.Singular.Length > 0)
            Check("The singular", names.Singular, KubernetesNames.CheckResource);
        if (_attribute.Named("ListKind") is string { Length: > 0 })
            Check("The kind of lists", names.ListKind, KubernetesNames.CheckKind);
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

    private void Report(DiagnosticDescriptor descriptor, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.Create(descriptor, _location, arguments));
}
