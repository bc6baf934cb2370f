using System.Runtime.CompilerServices;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>Compares text with <c>_snapshots/Class.Method#Hint.verified.ext</c>, in the file conventions of Verify.</summary>
internal static class Snapshot
{
    /// <summary>Fails, and leaves the text as <c>.received.</c> beside it, unless the verified file has just this text.</summary>
    public static void Match(string text, string extension, string? hint = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file.Replace('\\', '/'))}.{method}{(hint is null ? "" : "#" + hint)}";
        var verified = Path.Combine(Checkout.Snapshots, $"{name}.verified.{extension}");
        var received = Path.Combine(Checkout.Snapshots, $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Checkout.Snapshots);
        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
