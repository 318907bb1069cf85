import { names } from '../names.bicep'
import { roles } from '../roles.bicep'

@description('Required. Name of the scheduler.')
param name string

@description('Required. Region; the scheduler is not offered in all of them.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Paid by action, or by capacity units that run all the time.')
param sku 'Consumption' | 'Dedicated'

@description('Required. Capacity units; Dedicated only.')
@minValue(1)
param capacity int

@description('Required. Address ranges that reach the scheduler. An empty list lets nobody in.')
param allowedAddresses string[]

@description('Required. Name of the app\'s identity; names of role assignments derive from it, since they must be known before the identity exists.')
param appIdentityName string

@description('Required. Object id of the app\'s identity.')
param appPrincipalId string

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedAddresses
    sku: { name: sku, ...(sku == 'Dedicated' ? { capacity: capacity } : {}) }
  }

  resource hub 'taskHubs' = {
    name: names.taskHub
  }
}

resource orchestrator 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler::hub.id, appIdentityName, roles.durableTaskDataContributor)
  scope: scheduler::hub
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataContributor)
  }
}

@description('Address of the scheduler.')
output endpoint string = scheduler.properties.endpoint

@description('Name of the task hub.')
output hubName string = scheduler::hub.name
