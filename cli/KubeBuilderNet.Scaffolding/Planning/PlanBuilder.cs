using KubeBuilderNet.Scaffolding.Applying;

namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>Collects what a command wants of the files, and compares it with what is there.</summary>
/// <param name="files">The project's files.</param>
/// <param name="force">Whether files that differ are replaced.</param>
public sealed class PlanBuilder(IFileSystem files, bool force)
{
    private readonly SortedDictionary<string, FileChange> _changes = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly List<string> _conflicts = [];

    /// <summary>The file is to have exactly this text.</summary>
    /// <remarks>A file that exists and differs is a conflict, unless <c>force</c>. Line ends alone are no difference.</remarks>
    public void Write(string path, string text)
    {
        var before = Read(path);
        var kind = before switch
        {
            null => ChangeKind.Create,
            _ when SameText(before, text) => ChangeKind.Unchanged,
            _ => ChangeKind.Overwrite,
        };
        if (kind == ChangeKind.Overwrite && !force)
            _conflicts.Add(path);
        _changes[path] = new FileChange(path, kind, before, kind == ChangeKind.Unchanged ? before! : text);
    }

    /// <summary>The file's text is to be changed by a function; one that isn't there yet starts from a given text.</summary>
    public void Edit(string path, string whenMissing, Func<string, string> edit)
    {
        _changes.TryGetValue(path, out var earlier);
        var before = earlier is null ? Read(path) : earlier.Before;
        var after = edit(earlier?.After ?? before ?? whenMissing);
        var kind = before is null ? ChangeKind.Create : SameText(before, after) ? ChangeKind.Unchanged : ChangeKind.Edit;
        _changes[path] = new FileChange(path, kind, before, after);
    }

    /// <summary>Tells the user something when the plan is shown.</summary>
    public void Note(string line) => _notes.Add(line);

    /// <summary>The plan.</summary>
    /// <exception cref="ScaffoldException">Files exist and differ; all are named.</exception>
    public Plan Build()
    {
        if (_conflicts.Count > 0)
        {
            _conflicts.Sort(StringComparer.Ordinal);
            var (exist, them) = _conflicts.Count == 1 ? ("exists and differs", "it") : ("exist and differ", "them");
            throw new ScaffoldException(
                $"{string.Join(", ", _conflicts)} {exist} from what would be written: move {them} away, or pass --force to replace {them}");
        }
        return new Plan([.. _changes.Values], _notes);
    }

    private string? Read(string path)
    {
        if (files.DirectoryExists(path))
            throw new ScaffoldException($"{path} is a directory, and must be a file: move it away");
        return files.FileExists(path) ? files.ReadText(path) : null;
    }

    private static bool SameText(string left, string right) => left.ReplaceLineEndings("\n") == right.ReplaceLineEndings("\n");
}
