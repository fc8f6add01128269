using System.CommandLine;
using System.CommandLine.Invocation;
using Allocators.Replay;

ParseResult arguments = new ReplayCommand().Parse(args);
if (arguments.Action is ParseErrorAction refusal) refusal.ShowHelp = false;
return arguments.Invoke();
