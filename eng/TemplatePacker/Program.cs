// Makes the content of the 'dotnet new' template kbnet-operator: what 'kbnet init' writes, with sentinels in place of what the user says.
// Arguments: the folder to write to, and the version of the packages.
using KubeBuilderNet.TemplatePacker;

var (folder, version) = (args[0], args[1]);
if (Directory.Exists(folder))
    Directory.Delete(folder, recursive: true);
foreach (var (path, text) in OperatorTemplate.Files(version))
{
    var full = Path.Combine(folder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, text);
}
