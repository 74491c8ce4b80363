@echo off
rem The command of the packaged app, run by the Node that is packaged beside it.
"%~dp0node.exe" "%~dp0cli.mjs" %*
