using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Reading;

/// <summary>The files that declare a class and all that its objects are made of.</summary>
internal sealed class ReachedFiles
{
    private static readonly ConditionalWeakTable<Compilation, Dictionary<SyntaxTree, int>> Trees = new();

    // Several generators read the same class. It lives as long as its compilation.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, object> Known = new();

    private readonly Compilation _compilation;
    private readonly Dictionary<SyntaxTree, int> _trees;
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Stack<INamedTypeSymbol> _left = new();
    private readonly SortedSet<int> _files = [];

    private ReachedFiles(Compilation compilation)
    {
        _compilation = compilation;
        _trees = Trees.GetValue(compilation, compilation => compilation.SyntaxTrees
            .Select((tree, index) => (tree, index)).ToDictionary(pair => pair.tree, pair => pair.index));
    }

    /// <summary>By their places among the compilation's files.</summary>
    public static ImmutableArray<int> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        (ImmutableArray<int>)Known.GetValue(type, type => Find(type, compilation, cancellation));

    private static ImmutableArray<int> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var reached = new ReachedFiles(compilation);
        reached.Add(type);
        while (reached._left.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            reached.Follow(reached._left.Pop());
        }
        return [.. reached._files];
    }

    private void Add(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
            Add(array.ElementType);
        if (type is not INamedTypeSymbol named || !_seen.Add(named))
            return;
        foreach (var argument in named.TypeArguments)
            Add(argument);
        if (named.DeclaringSyntaxReferences.Any(place => _trees.ContainsKey(place.SyntaxTree)))
            _left.Push(named);
    }

    private void Follow(INamedTypeSymbol type)
    {
        foreach (var place in type.DeclaringSyntaxReferences)
        {
            if (_trees.TryGetValue(place.SyntaxTree, out var file))
                _files.Add(file);
        }
        Add(type.ContainingType);
        Add(type.BaseType);
        foreach (var face in type.Interfaces)
            Add(face);
        AddAttributes(type);
        foreach (var member in type.GetMembers())
        {
            if (member is not (IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }))
                continue;
            Add((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type);
            AddAttributes(member);
            AddCreated(member);
        }
    }

    // An attribute may be a class of the project, and may name classes.
    private void AddAttributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            Add(attribute.AttributeClass);
            foreach (var argument in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.Value)))
            {
                if (argument.Kind == TypedConstantKind.Type)
                    Add(argument.Value as ITypeSymbol);
            }
        }
    }

    // What an initializer creates may be of a class below the property's.
    private void AddCreated(ISymbol member)
    {
        foreach (var place in member.DeclaringSyntaxReferences)
        {
            foreach (var creation in place.GetSyntax().DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
            {
                if (creation.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText is { } name)
                {
                    foreach (var created in _compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>())
                        Add(created);
                }
            }
        }
    }
}
