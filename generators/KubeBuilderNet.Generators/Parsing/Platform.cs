using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Tells .NET's own types from the user's: by the key their assembly is signed with, since anybody may write into a namespace System.</summary>
internal static class Platform
{
    private static readonly HashSet<string> Tokens = new(StringComparer.Ordinal)
    {
        "7CEC85D7BEA7798E", "B03F5F7F11D50A3A", "B77A5C561934E089", "CC7B13FFCD2DDD51", "ADB9793829DDAE60", "31BF3856AD364E35",
    };

    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Known = new();

    public static bool Owns(INamedTypeSymbol type) => type.ContainingAssembly is { } assembly and not ISourceAssemblySymbol
        && (bool)Known.GetValue(assembly, static assembly => Tokens.Contains(Token(assembly)));

    private static string Token(IAssemblySymbol assembly) =>
        string.Concat(assembly.Identity.PublicKeyToken.Select(part => part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
}
