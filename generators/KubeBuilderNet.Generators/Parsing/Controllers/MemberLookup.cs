using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>A member that an attribute names; or why it can't be used.</summary>
internal sealed record MemberLookup<T>(T? Member, DiagnosticDescriptor? Problem, string[] Arguments)
    where T : class
{
    public static MemberLookup<T> Of(T member) => new(member, null, []);

    public static MemberLookup<T> Not(DiagnosticDescriptor problem, params string[] arguments) => new(null, problem, arguments);
}
