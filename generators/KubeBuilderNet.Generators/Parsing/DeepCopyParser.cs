using System.Runtime.CompilerServices;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Reads, from a custom resource, every type that its objects are made of and that must be copied.</summary>
internal sealed class DeepCopyParser
{
    // Types of referenced assemblies outlive an edit, and a pod template has a hundred of them: they are read once.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ReadType> Foreign = new();

    private readonly Compilation _compilation;
    private readonly Queue<INamedTypeSymbol> _pending = new();
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<CopiedType> _types = [];
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly CancellationToken _cancellation;

    private DeepCopyParser(Compilation compilation, CancellationToken cancellation) => (_compilation, _cancellation) = (compilation, cancellation);

    public static DeepCopies Parse(INamedTypeSymbol root, Compilation compilation, CancellationToken cancellation)
    {
        var parser = new DeepCopyParser(compilation, cancellation);
        parser.Reach(root);
        while (parser._pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            parser.Add(parser._pending.Dequeue());
        }

        return new DeepCopies(parser._types.ToEquatableArray(), parser._diagnostics.ToEquatableArray());
    }

    private void Reach(INamedTypeSymbol type)
    {
        if (_seen.Add(type = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None)))
            _pending.Enqueue(type);
    }

    private void Add(INamedTypeSymbol type)
    {
        // What half-typed code names is not there to be copied.
        if (type.TypeKind == TypeKind.Error || HasOwnCopy(type))
            return;
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly);
        var read = isOwn || type.IsGenericType ? Read(type, isOwn) : Foreign.GetValue(type, foreign => Read(foreign, isOwn: false));
        // No extension method can name a type that has an open type parameter.
        var isOpen = read.Type.Partial is null && type.IsGenericType && type.IsDefinition;
        if (!isOpen)
            _types.Add(read.Type);
        foreach (var reached in read.Reached)
            Reach(reached);
        if (isOpen || read.Type.Start == CopyStart.Impossible)
            _diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.CannotCopy, type.Locations.FirstOrDefault(), type.Name));
    }

    private ReadType Read(INamedTypeSymbol type, bool isOwn)
    {
        var reached = new List<INamedTypeSymbol>();
        var planner = new CopyPlanner(reached.Add);
        var partial = isOwn && type.IsDefinition ? PartialTypes.TryRead(type, _cancellation) : null;
        var members = CopiedMembers.Of(type, _compilation.Assembly, withPrivate: partial is not null)
            .Select(property => (Property: property, Plan: planner.PlanFor(property.Type)))
            .ToList();
        var start = StartOf(type, partial is not null, members);
        var copied = new CopiedType
        {
            FullName = type.GlobalName(),
            Start = start,
            Partial = partial,
            Members = members.Where(member => start == CopyStart.New || member.Plan is not CopyPlan.Share)
                .Select(member => new CopiedMember(member.Property.Name, member.Plan))
                .ToEquatableArray(),
        };
        return new ReadType(copied, reached);
    }

    private static CopyStart StartOf(INamedTypeSymbol type, bool isPartial, List<(IPropertySymbol Property, CopyPlan Plan)> members)
    {
        if (type.IsRecord || type.IsValueType)
            return CopyStart.With;
        if (isPartial && members.All(member => !member.Property.SetMethod!.IsInitOnly || member.Plan is CopyPlan.Share))
            return CopyStart.Clone;
        var constructible = type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty
            && (isPartial || constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal));
        return constructible ? CopyStart.New : CopyStart.Impossible;
    }

    // A copy that somebody wrote, or that another project's build generated, is the one to call.
    private bool HasOwnCopy(INamedTypeSymbol type) => type.GetMembers("DeepCopy")
        .OfType<IMethodSymbol>()
        .Any(method => method is { IsStatic: false, Parameters.IsEmpty: true } && _compilation.IsSymbolAccessibleWithin(method, _compilation.Assembly));

    private sealed class ReadType(CopiedType type, List<INamedTypeSymbol> reached)
    {
        public CopiedType Type { get; } = type;

        public List<INamedTypeSymbol> Reached { get; } = reached;
    }
}
