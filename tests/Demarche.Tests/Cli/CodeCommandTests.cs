using System.Diagnostics;
using System.Text.Json;
using Demarche.Cli.Running;

namespace Demarche.Tests.Cli;

/// <summary>Runs the built program, as users do.</summary>
public sealed class CodeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void All_read_gives_0_and_some_failed_1_and_each_is_named()
    {
        Write("in/a.txt", "The border was closed on Monday.");
        var good = Run("", "code", Path("in"), "--to", Path("out.jsonl"));
        Assert.Equal(0, good.Status);
        Assert.Contains("1 article, 0 failures", good.Error, StringComparison.Ordinal);
        Assert.Equal("a", JsonDocument.Parse(File.ReadAllText(Path("out.jsonl"))).RootElement.GetProperty("id").GetString());

        Write("in/b.txt", "");
        var bad = Run("", "code", Path("in"), "--to", Path("out.csv"));
        Assert.Equal(1, bad.Status);
        Assert.Contains("b.txt: the file is empty", bad.Error, StringComparison.Ordinal);
        Assert.StartsWith("article,event,", File.ReadAllText(Path("out.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("nonsense")]
    [InlineData("code", "x", "--to", "x.doc")]
    [InlineData("code", "x", "--published", "yesterday")]
    [InlineData("code", "x", "--publishd", "2019-01-24")]
    [InlineData("code", "x", "--jobs", "0")]
    [InlineData("code", "x", "--lexicon", "/no/such/folder")]
    [InlineData("code", "x", "--to", "x.csv", "--resume")]
    public void A_wrong_command_gives_2_and_says_why(params string[] arguments)
    {
        var run = Run("", arguments);
        Assert.Equal(2, run.Status);
        Assert.StartsWith("demarche: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_at_sign_is_no_response_file()
    {
        var run = Run("", "code", "@args");
        Assert.Equal(1, run.Status);
        Assert.Contains("@args: there is no such file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_json_lines_and_order_is_kept()
    {
        var lines = string.Concat(Enumerable.Range(0, 60).Select(i => $"{{\"id\":\"a{i}\",\"text\":\"The border was closed on day {i}.\"}}\n"));
        var run = Run(lines + "{\"id\":\"b\"}\n", "code", "-", "--jobs", "4");
        Assert.Equal(1, run.Status);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"a{i}"), run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!));
        Assert.Contains("-, line 61: the fields 'text' and 'html' are missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_piped_in_as_it_is_and_an_empty_folder_is_told()
    {
        var run = Run("The border was closed on Monday.", "code", "-");
        Assert.Equal(0, run.Status);
        Assert.Equal("The border was closed on Monday.", JsonDocument.Parse(run.Output).RootElement.GetProperty("text").GetString());
        var none = Run("", "code", Directory.CreateDirectory(Path("none")).FullName);
        Assert.Equal(0, none.Status);
        Assert.Contains("nothing to read was found", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_goes_on_where_a_run_was_broken_off()
    {
        Write("in.jsonl", string.Concat(Enumerable.Range(0, 5).Select(i => $"{{\"id\":\"a{i}\",\"text\":\"The border was closed on day {i}.\"}}\n")));
        Assert.Equal(0, Run("", "code", Path("in.jsonl"), "--to", Path("whole.jsonl")).Status);
        var whole = File.ReadAllText(Path("whole.jsonl"));
        // As after a break: two records and a half, under the name that files have until they are whole.
        var third = whole.IndexOf("\"id\":\"a2\"", StringComparison.Ordinal);
        File.WriteAllText(Path("out.jsonl.part"), whole[..(third + 20)]);
        var run = Run("", "code", Path("in.jsonl"), "--to", Path("out.jsonl"), "--resume");
        Assert.Equal(0, run.Status);
        Assert.Contains("3 articles, 0 failures, 2 done before", run.Error, StringComparison.Ordinal);
        Assert.Equal(whole, File.ReadAllText(Path("out.jsonl")));
        Assert.False(File.Exists(Path("out.jsonl.part")));
    }

    [Fact]
    public void Fail_fast_leaves_no_half_file_under_the_final_name()
    {
        Write("in.jsonl", "{\"id\":\"a\",\"text\":\"The border was closed.\"}\nbroken\n{\"id\":\"c\",\"text\":\"The border was closed.\"}\n");
        var run = Run("", "code", Path("in.jsonl"), "--to", Path("out.jsonl"), "--fail-fast");
        Assert.Equal(1, run.Status);
        Assert.False(File.Exists(Path("out.jsonl")));
        Assert.True(File.Exists(Path("out.jsonl.part")));
    }

    [Fact]
    public void A_text_in_another_language_is_named_and_has_a_record_of_its_text_alone()
    {
        Write("es.txt", "El presidente de la República dijo el lunes que no aceptará las condiciones que le puso el gobierno de los Estados Unidos, y que su país seguirá por el mismo camino.");
        var run = Run("", "code", Path("es.txt"));
        Assert.Equal(1, run.Status);
        Assert.Contains("the text is Spanish", run.Error, StringComparison.Ordinal);
        var record = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("es", record.GetProperty("source").GetProperty("language").GetString());
        Assert.Equal(0, record.GetProperty("sentences").GetArrayLength());
    }

    [Fact]
    public void An_earlier_runs_ids_are_read_and_half_a_line_is_cut_off()
    {
        File.WriteAllText(Path("part"), "{\"schema\":\"demarche/1\",\"id\":\"a\"}\n{\"id\":\"b\",\"x\":{\"id\":\"no\"}}\n{\"id\":\"c\"");
        using var stream = new FileStream(Path("part"), FileMode.Open, FileAccess.ReadWrite);
        Assert.Equal(["a", "b"], EarlierRun.Take(stream).Order(StringComparer.Ordinal));
        Assert.Equal(stream.Length, stream.Position);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), content);
    }

    private static (int Status, string Output, string Error) Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && System.IO.Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = System.IO.Path.GetTempPath(),
        };
        start.ArgumentList.Add(System.IO.Path.Combine(AppContext.BaseDirectory, "demarche-cli.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
