namespace KubeBuilderNet.Scaffolding.Applying;

/// <summary>A project's files. Paths are relative to its root, with '/' on every system.</summary>
public interface IFileSystem
{
    /// <summary>Whether there is a file of this name.</summary>
    bool FileExists(string path);

    /// <summary>Whether there is a directory of this name.</summary>
    bool DirectoryExists(string path);

    /// <summary>The names of the entries of a directory, sorted, without their path; none when there is no such directory.</summary>
    IReadOnlyList<string> List(string path);

    /// <summary>A file's text.</summary>
    string ReadText(string path);

    /// <summary>Writes a new file, UTF-8 without a mark, and sees that it reaches the disk. Fails when the file exists.</summary>
    void WriteNew(string path, string text);

    /// <summary>Gives a file another name, in place of the file that has it.</summary>
    void Move(string source, string target);

    /// <summary>Deletes a file; no error when there is none.</summary>
    void DeleteFile(string path);

    /// <summary>Makes one directory, whose parent exists.</summary>
    void CreateDirectory(string path);

    /// <summary>Deletes an empty directory.</summary>
    void DeleteDirectory(string path);
}
