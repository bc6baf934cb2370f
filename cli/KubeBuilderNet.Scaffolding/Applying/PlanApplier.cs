using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>Makes a plan true: all of it or nothing.</summary>
/// <remarks>
/// New texts and the old texts of what they replace are written into one directory first (a full disk, a missing right or Ctrl-C
/// shows there, while the project is untouched); then a journal; then each file gets its place by a rename, or is taken away. An error
/// between these steps undoes them; after a kill, <see cref="Recover"/> does, at the next command.
/// </remarks>
/// <param name="files">The project's files.</param>
public sealed class PlanApplier(IFileSystem files)
{
    /// <summary>The directory in the project's root that is there while a plan is applied.</summary>
    public const string Staging = ".kbnet-apply";

    private const string JournalFile = Staging + "/journal.json";

    /// <summary>Applies a plan.</summary>
    /// <param name="plan">What to write; files that don't change are not touched.</param>
    /// <param name="cancellationToken">Heeded until the first file gets its place; from then on the plan is finished.</param>
    /// <exception cref="ScaffoldException">A file changed since the plan was made. Nothing was written.</exception>
    /// <exception cref="IOException">What the file system says; the project is as it was.</exception>
    public void Apply(Plan plan, CancellationToken cancellationToken = default)
    {
        var changes = plan.Writes.ToList();
        if (changes.Count == 0)
            return;
        if (files.DirectoryExists(Staging))
            throw new ScaffoldException($"{Staging} is there: another kbnet works in this folder; if none does, delete it and run again");
        var journal = new Journal(PlanDirectories.Missing(files, changes), PlanDirectories.Emptied(files, changes), [.. changes.Select(ToEntry)]);
        try
        {
            Stage(changes, journal, cancellationToken);
        }
        catch
        {
            Clean(changes.Count);
            throw;
        }
        try
        {
            foreach (var directory in journal.Made)
                files.CreateDirectory(directory);
            for (var i = 0; i < changes.Count; i++)
                Put(New(i), changes[i]);
            DeleteEmpty(journal.Emptied);
            // Without the journal the plan counts as done, whatever of the staging directory is left.
            files.DeleteFile(JournalFile);
        }
        catch (Exception e)
        {
            UndoOrSay(journal, e);
            throw;
        }
        Clean(changes.Count);
    }

    /// <summary>Undoes what a killed command left half done. Files that were edited since then are left alone.</summary>
    /// <returns>Whether there was anything to undo.</returns>
    public bool Recover()
    {
        if (!files.DirectoryExists(Staging))
            return false;
        var journal = files.FileExists(JournalFile) ? Journal.Parse(files.ReadText(JournalFile)) : null;
        if (journal is not null)
            Undo(journal);
        foreach (var name in files.List(Staging))
            files.DeleteFile($"{Staging}/{name}");
        files.DeleteDirectory(Staging);
        return journal is not null;
    }

    private void Put(string staged, FileChange change)
    {
        if (change.After is null)
            files.DeleteFile(change.Path);
        else
            files.Move(staged, change.Path);
    }

    private void Stage(List<FileChange> changes, Journal journal, CancellationToken cancellationToken)
    {
        files.CreateDirectory(Staging);
        for (var i = 0; i < changes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (changes[i].After is { } after)
                files.WriteNew(New(i), after);
            if (changes[i].Before is { } before)
                files.WriteNew(Old(i), before);
        }
        foreach (var change in changes)
        {
            if ((files.FileExists(change.Path) ? files.ReadText(change.Path) : null) != change.Before)
                throw new ScaffoldException($"{change.Path} changed while the command ran: nothing was written, run it again");
        }
        cancellationToken.ThrowIfCancellationRequested();
        files.WriteNew(JournalFile, journal.ToText());
    }

    private void UndoOrSay(Journal journal, Exception cause)
    {
        try
        {
            Undo(journal);
            files.DeleteFile(JournalFile);
            Clean(journal.Entries.Count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScaffoldException(
                $"{cause.Message} And undoing failed: {e.Message} Mend that, then run any kbnet command here: it finishes the undoing", cause);
        }
    }

    private void Undo(Journal journal)
    {
        foreach (var directory in journal.Emptied.Where(directory => !files.DirectoryExists(directory)))
            files.CreateDirectory(directory);
        for (var i = journal.Entries.Count - 1; i >= 0; i--)
        {
            var entry = journal.Entries[i];
            if (files.FileExists(New(i)) || !IsAsApplied(entry))
                continue;
            if (!entry.Existed)
                files.DeleteFile(entry.Path);
            else if (files.FileExists(Old(i)))
                files.Move(Old(i), entry.Path);
        }
        DeleteEmpty(journal.Made);
    }

    private bool IsAsApplied(Journal.Entry entry) => entry.Hash is null
        ? !files.FileExists(entry.Path)
        : files.FileExists(entry.Path) && Journal.HashOf(files.ReadText(entry.Path)) == entry.Hash;

    private void DeleteEmpty(IReadOnlyList<string> directories)
    {
        foreach (var directory in directories.Reverse())
        {
            if (files.DirectoryExists(directory) && files.List(directory).Count == 0)
                files.DeleteDirectory(directory);
        }
    }

    // What is left here does no harm: the next command clears it.
    private void Clean(int count)
    {
        try
        {
            files.DeleteFile(JournalFile);
            for (var i = 0; i < count; i++)
            {
                files.DeleteFile(New(i));
                files.DeleteFile(Old(i));
            }
            if (files.DirectoryExists(Staging))
                files.DeleteDirectory(Staging);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static Journal.Entry ToEntry(FileChange change) =>
        new(change.Path, change.Before is not null, change.After is { } after ? Journal.HashOf(after) : null);

    private static string New(int index) => $"{Staging}/{index}.new";

    private static string Old(int index) => $"{Staging}/{index}.old";
}
