using System.Text;

namespace KubeBuilderNet.Controllers;

/// <summary>What a controller is called when nobody says: in logs, in metrics, and wherever two must be told apart.</summary>
internal static class ControllerNames
{
    private const string Suffix = "Reconciler";

    /// <summary>
    /// The reconciler's class in dashed lower case, <c>captain-backup</c> of <c>CaptainBackupReconciler</c>; the kind in lower case when the
    /// class is named after it.
    /// </summary>
    internal static string Default(string reconciler, string kind)
    {
        var stem = reconciler.EndsWith(Suffix, StringComparison.Ordinal) && reconciler.Length > Suffix.Length ? reconciler[..^Suffix.Length] : reconciler;
        return stem == kind ? kind.ToLowerInvariant() : Dashed(stem);
    }

    /// <summary>The name, or with a number if it is taken.</summary>
    internal static string Distinct(string name, IReadOnlySet<string> taken)
    {
        var distinct = name;
        for (var number = 2; taken.Contains(distinct); number++)
            distinct = FormattableString.Invariant($"{name}-{number}");
        return distinct;
    }

    // HTTPRouteBackup2 is http-route-backup2: a word begins at an upper-case letter after a lower-case one or before one.
    private static string Dashed(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            var begins = char.IsUpper(name[index]) && index > 0 && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
            if (begins)
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[index]));
        }
        return text.ToString();
    }
}
