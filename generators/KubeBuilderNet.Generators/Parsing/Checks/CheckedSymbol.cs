using System.Collections.Immutable;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>A property or a type whose schema is checked: its attributes by the place they speak of, and where problems are reported.</summary>
internal sealed class CheckedSymbol(ISymbol symbol, SchemaTarget target, SchemaBuilder builder)
{
    public ImmutableArray<AttributeData> Attributes { get; } = symbol.GetAttributes();

    /// <summary>Whether anything is said here that could be wrong.</summary>
    public bool HasRules => Attributes.Any(IsRule);

    /// <summary>The places that attributes speak of: the value itself, its items, ...</summary>
    public IEnumerable<string> Places => Attributes.Where(IsRule).Select(PlaceOf).Distinct(StringComparer.Ordinal);

    public IEnumerable<AttributeData> At(string place) => Attributes.Where(attribute => IsRule(attribute) && PlaceOf(attribute) == place);

    public void Report(Problem problem, string place)
    {
        if (Locate(problem, place) is { HasValue: true } location)
            Report(problem, location.Value);
    }

    public void Report(Problem problem, AttributeData cause) => Report(problem, cause.GetLocation(builder.Cancellation));

    // A type with errors is read for each property of that type.
    private void Report(Problem problem, Location? location)
    {
        var diagnostic = DiagnosticInfo.Create(problem.Descriptor, location ?? target.Location, Arguments(problem)) with { Replacement = problem.Replacement };
        if (!builder.Diagnostics.Contains(diagnostic))
            builder.Diagnostics.Add(diagnostic);
    }

    // The diagnostic for rules on wrong types names the rule first, all others the property.
    private string[] Arguments(Problem problem) => problem.Descriptor == DiagnosticDescriptors.InapplicableRule
        ? [problem.Arguments[0], target.Name, problem.Arguments[1]]
        : [target.Name, .. problem.Arguments];

    /// <summary>The cause's place in source. None, if the cause isn't here: then it is reported where it is.</summary>
    private Optional<Location?> Locate(Problem problem, string place)
    {
        var causes = At(place).Where(attribute => problem.Causes.Contains(attribute.AttributeClass!.Name)).ToList();
        var cause = causes.Find(attribute => problem.Argument is not null && attribute.Argument(0) as string == problem.Argument) ?? causes.LastOrDefault();
        if (cause is not null)
            return cause.GetLocation(builder.Cancellation);
        return problem.MayBeOfDeclaration && place.Length == 0 && Initializer() is { } value ? value.GetLocation() : default(Optional<Location?>);
    }

    private ExpressionSyntax? Initializer() => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(builder.Cancellation) switch
        {
            PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        })
        .FirstOrDefault(value => value is not null);

    private static string PlaceOf(AttributeData attribute) => attribute.Named("At") as string ?? "";

    private static bool IsRule(AttributeData attribute) => attribute.AttributeClass is { } type
        && (type.IsIn(KnownTypeNames.Annotations) || type.IsIn("System.ComponentModel.DataAnnotations") || type is { Name: "DefaultValueAttribute" });
}
