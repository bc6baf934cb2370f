using System.Text;

namespace KubeBuilderNet.Cli.Completing;

/// <summary>Scripts that complete kbnet's words in shells. All is in the script: no program runs at a press of Tab.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells, and who makes their scripts.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<CommandNode>, string>> All { get; } = new SortedDictionary<string, Func<IReadOnlyList<CommandNode>, string>>(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["fish"] = Fish,
        ["powershell"] = PowerShell,
        ["zsh"] = Zsh,
    };

    private static string Bash(IReadOnlyList<CommandNode> nodes)
    {
        var script = new StringBuilder($$"""
            # To load it now: source <(kbnet completion bash)
            # For good: kbnet completion bash > ~/.local/share/bash-completion/completions/kbnet
            _kbnet() {
              local at="" word choices=""
              for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case "$at/$word" in
                  {{Paths(nodes)}}) at="$at/$word" ;;
                esac
              done
              case "$at" in

            """);
        foreach (var node in nodes)
            script.Append($"    \"{node.Path}\") choices=\"{string.Join(' ', node.Words.Select(word => word.Text))}\" ;;\n");
        return script.Append("""
              esac
              COMPREPLY=($(compgen -W "$choices" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _kbnet kbnet

            """).ToString();
    }

    private static string Zsh(IReadOnlyList<CommandNode> nodes)
    {
        var script = new StringBuilder($$"""
            #compdef kbnet
            # To load it now: source <(kbnet completion zsh)
            # For good: kbnet completion zsh > "${fpath[1]}/_kbnet"
            _kbnet() {
              local at="" word
              local -a choices
              for word in "${(@)words[2,CURRENT-1]}"; do
                case "$at/$word" in
                  {{Paths(nodes)}}) at="$at/$word" ;;
                esac
              done
              case "$at" in

            """);
        foreach (var node in nodes)
        {
            script.Append($"    \"{node.Path}\") choices=(\n");
            foreach (var word in node.Words)
                script.Append($"      {Quoted($"{word.Text}:{word.Summary.Replace(":", "\\:", StringComparison.Ordinal)}", "'\\''")}\n");
            script.Append("    ) ;;\n");
        }
        return script.Append("""
              esac
              _describe kbnet choices || _files
            }
            if [ "$funcstack[1]" = "_kbnet" ]; then
              _kbnet "$@"
            else
              compdef _kbnet kbnet
            fi

            """).ToString();
    }

    private static string Fish(IReadOnlyList<CommandNode> nodes)
    {
        var script = new StringBuilder($$"""
            # To load it now: kbnet completion fish | source
            # For good: kbnet completion fish > ~/.config/fish/completions/kbnet.fish
            function __kbnet_at
                set -l at ""
                for word in (commandline -opc)[2..-1]
                    switch "$at/$word"
                        case {{Paths(nodes).Replace('|', ' ')}}
                            set at "$at/$word"
                    end
                end
                test "$at" = "$argv[1]"
            end

            """);
        foreach (var (node, word) in nodes.SelectMany(node => node.Words.Select(word => (node, word))))
        {
            var what = word.IsCommand ? $"-f -a {word.Text}" : word.Text.StartsWith("--", StringComparison.Ordinal) ? $"-l {word.Text[2..]}" : $"-a {word.Text}";
            script.Append($"complete -c kbnet -n '__kbnet_at \"{node.Path}\"' {what} -d {Quoted(word.Summary, "\\'")}\n");
        }
        return script.ToString();
    }

    private static string PowerShell(IReadOnlyList<CommandNode> nodes)
    {
        var script = new StringBuilder($$"""
            # To load it now: kbnet completion powershell | Out-String | Invoke-Expression
            # For good: add that line to the file that $PROFILE names
            Register-ArgumentCompleter -Native -CommandName kbnet -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $known = @({{string.Join(", ", nodes.Skip(1).Select(node => $"'{node.Path}'"))}})
                $at = ''
                foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
                    if ($element.Extent.EndOffset -lt $cursorPosition -and $known -contains "$at/$element") { $at = "$at/$element" }
                }
                $choices = switch ($at) {

            """);
        foreach (var node in nodes)
        {
            script.Append($"        '{node.Path}' {{\n");
            foreach (var word in node.Words)
                script.Append($"            ,@('{word.Text}', {Quoted(word.Summary.Length > 0 ? word.Summary : word.Text, "''")})\n");
            script.Append("        }\n");
        }
        return script.Append("""
                }
                $choices | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
                }
            }

            """).ToString();
    }

    private static string Paths(IReadOnlyList<CommandNode> nodes) => string.Join('|', nodes.Skip(1).Select(node => node.Path));

    private static string Quoted(string text, string quote) => $"'{text.Replace("'", quote, StringComparison.Ordinal)}'";
}
