using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Reading;

/// <summary>What a source file declares, as hashes.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Options">How it is parsed.</param>
/// <param name="Shape">What code elsewhere may mean something else by: its types and constants.</param>
/// <param name="Text">All of it without the bodies of methods, and where it stands: what reading its types may give.</param>
internal sealed record FileDeclarations(string Path, ParseOptions Options, string Shape, string Text)
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Known = new();

    public static FileDeclarations Of(SyntaxTree tree, CancellationToken cancellation) => Known.GetValue(tree, tree =>
    {
        var root = tree.GetRoot(cancellation);
        return new FileDeclarations(tree.FilePath, tree.Options, Hash(FileShape.Of(root)), Hash(FileText.Of(root, tree.GetText(cancellation))));
    });

    /// <summary>Whether names mean the same after one file took the other's place.</summary>
    public bool HasShapeOf(FileDeclarations other) => Shape == other.Shape && Path == other.Path && Options.Equals(other.Options);

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.Unicode.GetBytes(text)));
    }
}
